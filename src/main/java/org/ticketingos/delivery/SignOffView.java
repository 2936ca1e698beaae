package org.ticketingos.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.TicketNumber;

/**
 * What the page behind a sign-off link shows.
 *
 * @param problem why nothing can be decided any more, in one sentence; empty while the client can decide
 * @param deemedAt from when silence counts as acceptance
 */
public record SignOffView(
        TicketNumber number,
        String subject,
        String clientName,
        String approver,
        int round,
        Instant deliveredAt,
        Instant deemedAt,
        List<DocumentRef> files,
        List<Item> items,
        String problem) {

    public boolean isOpen() {
        return problem.isEmpty();
    }

    /** A delivered item to say yes or no to. */
    public record Item(UUID id, String label) {}
}
