package org.ticketingos.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.TicketNumber;

/**
 * What the page behind a sign-off link shows.
 *
 * @param problem why nothing can be decided any more, in one sentence; empty while the client can decide
 * @param seat which of several approvers the link is for; null where one person decides
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
        String problem,
        ClientId client,
        SignOffState state,
        @Nullable String seat) {

    public boolean isOpen() {
        return problem.isEmpty();
    }

    /** A delivered item to say yes or no to. */
    public record Item(UUID id, String label) {}
}
