package org.ticketingos.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * Who wants to be told what; its secret is shown once, when it is made.
 *
 * @param client whose events; null: of all clients
 * @param kinds codes of {@link EventKind}
 * @param active false: deliveries wait
 * @param reason why it is paused, or why it gives no answer at all; empty when it answers
 * @param trying something has been tried in vain and is tried again
 * @param waiting deliveries not heard yet, counted up to {@link Webhooks#MOST_COUNTED}
 * @param parked deliveries given up, counted up to the same
 */
public record Webhook(
        UUID id,
        @Nullable ClientId client,
        String name,
        String url,
        List<String> kinds,
        boolean active,
        String reason,
        String madeBy,
        Instant madeAt,
        boolean trying,
        int waiting,
        int parked) {}
