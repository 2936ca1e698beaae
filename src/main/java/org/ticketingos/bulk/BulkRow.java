package org.ticketingos.bulk;

import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/**
 * What came of one step.
 *
 * @param sentence why not, or what happened
 * @param before what can be brought back; null where there is nothing
 */
public record BulkRow(
        int position,
        String taskId,
        TicketId ticket,
        ClientId client,
        String number,
        String step,
        boolean done,
        String sentence,
        @Nullable String before,
        @Nullable String after) {}
