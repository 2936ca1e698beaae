package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ticketingos.document.Area;
import org.ticketingos.document.Documents;
import org.ticketingos.document.Reread;
import org.ticketingos.ticket.FormFiller.Box;
import org.ticketingos.ui.form.PlaceReader;

/** Reads places of stored papers for the fields of one step, aside of the window so that typing goes on. */
class PaperReading implements PlaceReader {

    private static final Logger LOG = LoggerFactory.getLogger(PaperReading.class);

    private final Documents documents;
    private final Executor aside;
    private final Component view;
    private final BinaryOperator<String> values;

    /** @param values from a field's key and the words read to the value the field takes */
    PaperReading(Documents documents, Executor aside, Component view, BinaryOperator<String> values) {
        this.documents = documents;
        this.aside = aside;
        this.view = view;
        this.values = values;
    }

    @Override
    public Optional<Box> word(Box point) {
        return documents.wordAt(id(point), point.page(), point.x(), point.y()).map(area -> new Box(
                point.document(), point.page(), area.x(), area.y(), area.width(), area.height()));
    }

    @Override
    public Reread known(Box place) {
        return documents.words(id(place), place.page(), area(place));
    }

    @Override
    public void fresh(Box place, Consumer<Reread> done) {
        UI ui = view.getUI().orElseThrow();
        aside.execute(() -> {
            Reread read = read(place);
            if (view.isAttached()) {
                ui.access(() -> done.accept(read));
            }
        });
    }

    private Reread read(Box place) {
        try {
            return documents.reread(id(place), place.page(), area(place));
        } catch (RuntimeException e) {
            LOG.error("a place of document {} could not be read again", place.document(), e);
            return Reread.failed("This place could not be read again just now. Type what you see.");
        }
    }

    @Override
    public String value(String field, String text) {
        return values.apply(field, text);
    }

    private static UUID id(Box box) {
        return UUID.fromString(box.document());
    }

    /** A little wider than what was marked, so that no letter is cut. */
    private static Area area(Box box) {
        return Area.within(box.x() - 0.003, box.y() - 0.003, box.width() + 0.006, box.height() + 0.006);
    }
}
