package org.ticketingos.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        Instant receivedAt,
        Standing standing,
        Details details) {

    /** A step of which only the essentials are known. */
    public InboxItem(
            String taskId, TicketId ticketId, TicketNumber number, ClientId client, String clientName, String subject,
            String line, Priority priority, String step, String name, String form, @Nullable String queue,
            @Nullable String assignee, @Nullable Instant dueAt, Instant createdAt, Instant receivedAt) {
        this(taskId, ticketId, number, client, clientName, subject, line, priority, step, name, form, queue, assignee,
                dueAt, createdAt, receivedAt, Standing.NONE, Details.NONE);
    }

    /** Whether the client's own people do this step; then none of ours does it for them. */
    public boolean isTheClients() {
        return queue != null && queue.startsWith("client:");
    }

    /**
     * Where the step stands among others (service desk 3.3).
     *
     * @param startBy latest start that still meets the promise; null while no clock runs
     * @param breached a promise is broken already
     * @param paused every clock stands still
     * @param p80Minutes within which four of five such tickets are done; 0 when nobody has said
     */
    public record Standing(@Nullable Instant startBy, boolean breached, boolean paused, int p80Minutes) {
        static final Standing NONE = new Standing(null, false, false, 0);
    }

    /**
     * What else is known of the ticket.
     *
     * @param work values of its recorded work by field
     */
    public record Details(
            @Nullable String category,
            @Nullable String mood,
            String stage,
            String status,
            @Nullable String owner,
            String channel,
            String requester,
            Map<String, List<String>> work) {
        static final Details NONE = new Details(null, null, "", "", null, "", "", Map.of());
    }
}
