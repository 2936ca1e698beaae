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

    /** A step whose queue is its ticket's goes where the ticket goes. */
    private static final String FOLLOWS = "s.queue = coalesce(t.queue, 'service-desk')";

    /** Of so many of the oldest steps, those of the chosen line are shown. */
    private static final int MOST_STEPS = 2_000;

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
        return cards(filter, "s.assignee is null and s.queue not like 'client:%'", FOLLOWS, List.of(), most);
    }

    /** What one person has, the oldest first. */
    public List<Card> of(String login, BoardFilter filter, int most) {
        return cards(filter, "s.assignee = ?", FOLLOWS, List.of(login), most);
    }

    /** Breaches and reassignments that wait for a supervisor's answer, the oldest first. */
    public List<Card> escalations(BoardFilter filter, int most) {
        return cards(filter.withoutQueue(), "s.form = 'sla-escalation-respond'", "true", List.of(), most);
    }

    /** Steps are narrowed by themselves first and read along their index, then joined with their tickets. */
    private List<Card> cards(BoardFilter filter, String steps, String joined, List<Object> whose, int most) {
        List<Object> values = new ArrayList<>(whose);
        String narrowed = new BoardFilter(null, filter.client(), null).sql(values).replace("t.client_id", "s.client_id");
        if (filter.queue() != null) {
            values.add(filter.queue());
        }
        values.add(MOST_STEPS);
        String line = new BoardFilter(filter.line(), null, null).sql(values);
        values.add(most);
        return jdbc.sql("""
                        with step as materialized (
                            select * from insight_step s where %s%s%s order by s.created_at, s.task_id limit ?),
                        card as materialized (
                            select s.*, t.number, t.subject from step s join ticket t on t.id = s.ticket_id
                            where %s%s order by s.created_at, s.task_id limit ?)
                        select card.*, c.name as client_name,
                               (select min(due_at) from insight_clock k
                                where k.ticket_id = card.ticket_id and k.state = 'RUNNING') as due_at
                        from card join client c on c.id = card.client_id order by card.created_at, card.task_id"""
                        .formatted(steps, narrowed, filter.queue() == null ? "" : " and s.queue = ?", joined, line))
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
