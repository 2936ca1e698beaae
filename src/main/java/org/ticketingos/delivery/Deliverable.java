package org.ticketingos.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.TicketId;

/**
 * What was handed to the client in one round.
 *
 * @param round 1 for the first delivery of the ticket, one more after each rework
 * @param state DELIVERED, ACCEPTED, REJECTED or DEEMED_ACCEPTED
 * @param decidedBy log-in name or mail address of who signed off; {@code contract} where nobody had to
 * @param files data as CSV and JSON, and the report
 * @param contentHash SHA-256 over the names and hashes of the files; a sign-off is bound to it
 */
public record Deliverable(
        UUID id,
        TicketId ticket,
        ClientId client,
        int round,
        String state,
        Instant deliveredAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        List<DocumentRef> files,
        String contentHash) {

    public static final String DELIVERED = "DELIVERED";
    public static final String ACCEPTED = "ACCEPTED";
    public static final String REJECTED = "REJECTED";
    public static final String DEEMED_ACCEPTED = "DEEMED_ACCEPTED";

    /** Nobody has decided on it yet. */
    public boolean isPending() {
        return state.equals(DELIVERED);
    }
}
