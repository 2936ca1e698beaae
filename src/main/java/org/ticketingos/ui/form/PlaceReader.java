package org.ticketingos.ui.form;

import java.util.Optional;
import java.util.function.Consumer;
import org.ticketingos.document.Reread;
import org.ticketingos.ticket.FormFiller.Box;

/** Reads a place of a page for a field. */
public interface PlaceReader {

    /** The word that stands under a point; the box of a click has no size. */
    Optional<Box> word(Box point);

    /** From the words that were read when the paper came. */
    Reread known(Box place);

    /** From the page itself, again; answers later, inside the window's lock. */
    void fresh(Box place, Consumer<Reread> done);

    /** As the field takes it: {@code 12-11-2026} is {@code 2026-11-12} in a date. */
    String value(String field, String text);
}
