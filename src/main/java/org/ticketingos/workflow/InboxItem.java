package org.ticketingos.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;

/**
 * One open human step, as lists show it.
 *
 * @param step activity of the diagram
 * @param name what to do, as the diagram says
 * @param assignee who has it; null while only the queue does
 * @param dueAt when the next running clock of the ticket is due; null while none runs
 */
public record InboxItem(
        String taskId,
        TicketId ticketId,
        TicketNumber number,
        ClientId client,
        String clientName,
        String subject,
        String line,
        Priority priority,
        String step,
        String name,
        String form,
        @Nullable String queue,
        @Nullable String assignee,
        @Nullable Instant dueAt,
        Instant createdAt,
        Instant receivedAt) {}
