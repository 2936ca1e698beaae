package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The books a keyed document goes to. Sending the same key again books nothing and gives the same answer. */
interface Erp {

    Answer post(Entry entry);

    /** What is booked for a work item now, without what has been replaced. */
    List<Booked> booked(UUID reference);

    /** @param text the ERP's number of the entry when posted, else its reason in its own words */
    record Answer(boolean posted, String text) {}

    /** One entry in the books. */
    record Booked(String number, @Nullable String currency, @Nullable BigDecimal total) {}
}
