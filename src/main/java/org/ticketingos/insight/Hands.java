package org.ticketingos.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;

/** Work that can change hands: what waits for somebody, what somebody has, what a supervisor must answer. */
@Component
@Transactional(readOnly = true)
public class Hands {

    private final JdbcClient jdbc;

    Hands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One open step with its ticket.
     *
     * @param dueAt the next promise of the ticket; null while no clock runs
     */
    public record Card(
            String taskId,
            TicketId ticket,
            TicketNumber number,
            String subject,
            ClientId client,
            String clientName,
            String step,
            String queue,
            @Nullable String assignee,
            Instant since,
            @Nullable Instant dueAt) {}

    /** Nobody's yet and following their ticket's owner, the oldest first; a review is drawn, not handed out. */
    public List<Card> waiting(BoardFilter filter, int most) {
        return cards(filter, "s.assignee is null and s.queue = coalesce(t.queue, 'service-desk')", List.of(), most);
    }

    /** What one person has, the oldest first. */
    public List<Card> of(String login, BoardFilter filter, int most) {
        return cards(filter, "s.assignee = ? and s.queue = coalesce(t.queue, 'service-desk')", List.of(login), most);
    }

    /** Breaches and reassignments that wait for a supervisor's answer, the oldest first. */
    public List<Card> escalations(BoardFilter filter, int most) {
        return cards(filter.withoutQueue(), "s.form = 'sla-escalation-respond'", List.of(), most);
    }

    private List<Card> cards(BoardFilter filter, String which, List<Object> whose, int most) {
        List<Object> values = new ArrayList<>(whose);
        String narrowed = filter.withoutQueue().sql(values);
        if (filter.queue() != null) {
            values.add(filter.queue());
        }
        values.add(most);
        return jdbc.sql("""
                        select s.*, t.number, t.subject, c.name as client_name,
                               (select min(due_at) from insight_clock k
                                where k.ticket_id = t.id and k.state = 'RUNNING') as due_at
                        from insight_step s join ticket t on t.id = s.ticket_id join client c on c.id = t.client_id
                        where\s""" + which + narrowed + (filter.queue() == null ? "" : " and s.queue = ?")
                        + " order by s.created_at, s.task_id limit ?")
                .params(values)
                .query((row, n) -> {
                    Timestamp due = row.getTimestamp("due_at");
                    return new Card(
                            row.getString("task_id"),
                            new TicketId(row.getObject("ticket_id", UUID.class)),
                            new TicketNumber(row.getString("number")),
                            row.getString("subject"),
                            new ClientId(row.getString("client_id")),
                            row.getString("client_name"),
                            row.getString("name"),
                            row.getString("queue"),
                            row.getString("assignee"),
                            row.getTimestamp("created_at").toInstant(),
                            due == null ? null : due.toInstant());
                })
                .list();
    }
}
