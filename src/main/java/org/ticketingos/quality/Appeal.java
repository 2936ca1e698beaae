package org.ticketingos.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketId;

/**
 * An agent's word against a verdict.
 *
 * @param agent log-in name of whose work it is; never shown to who decides
 * @param decidedAt null while it is open
 */
public record Appeal(
        UUID id,
        TicketId ticket,
        UUID review,
        String agent,
        String reason,
        Instant openedAt,
        @Nullable Instant decidedAt,
        String note,
        List<Item> items) {

    /**
     * One disputed point: a defect or an answer of the scorecard.
     *
     * @param claim what the reviewer said about it
     * @param overturned whether the agent was right; null while open
     */
    public record Item(
            int position,
            @Nullable UUID defect,
            @Nullable UUID question,
            String what,
            String value,
            String claim,
            @Nullable Boolean overturned,
            String why) {}

    public boolean open() {
        return decidedAt == null;
    }

    public long overturned() {
        return items.stream().filter(item -> Boolean.TRUE.equals(item.overturned())).count();
    }
}
