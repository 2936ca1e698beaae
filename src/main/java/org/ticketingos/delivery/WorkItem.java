package org.ticketingos.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/**
 * One unit of a ticket's work as it stands now, for example one keyed document.
 *
 * @param position 1 for the first item of the ticket
 * @param type what it is within its line, for example {@code invoice}
 * @param document the stored document it was made from; null where there is none
 * @param state OPEN, RECORDED or REJECTED
 * @param fields latest value of each field, in the order they were keyed
 * @param agent log-in name of who keyed or rejected it
 */
public record WorkItem(
        UUID id,
        TicketId ticket,
        ClientId client,
        int position,
        String type,
        @Nullable UUID document,
        String state,
        Map<String, String> fields,
        @Nullable String agent,
        @Nullable Instant recordedAt) {

    public static final String OPEN = "OPEN";
    public static final String RECORDED = "RECORDED";
    public static final String REJECTED = "REJECTED";

    public boolean is(String wanted) {
        return state.equals(wanted);
    }

    /** How people call it on its ticket. */
    public String label() {
        return "Document " + position;
    }
}
