package org.ticketingos.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

/**
 * The open steps that are watched for idleness. Only what the client can see, or finishing the step, sets one back: no
 * note, no look at the page, no draft does.
 */
@Repository
class IdleSteps {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    IdleSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One watched step.
     *
     * @param agent who has it; null after it went back to the queue
     * @param level what has happened: 0 nothing, 1 reminded, 2 back in the queue, 3 a supervisor was told
     * @param nextAt when the next rung is due; null while not yet known
     */
    record Step(
            String task, TicketId ticket, String queue, @Nullable String agent, Instant since, int level,
            @Nullable Instant nextAt) {}

    @EventListener
    void follow(RecordedEvent event) {
        switch (event.kind()) {
            case "step-taken" -> watch(event);
            case "step-released" -> jdbc.sql("delete from idle_step where task = ? and agent = ?")
                    .params(event.fact("task"), event.fact("agent"))
                    .update();
            case "step-done" -> jdbc.sql("delete from idle_step where task = ?").param(event.fact("task")).update();
            case "reply-written" -> {
                if (!event.fact("automatic").equals("true")) {
                    reset(event);
                }
            }
            case "delivered", "ticket-woken", "ticket-unmerged" -> reset(event);
            case "ticket-closed" -> jdbc.sql("delete from idle_step where ticket_id = ?")
                    .param(event.ticketId().value())
                    .update();
            default -> {}
        }
    }

    private void watch(RecordedEvent event) {
        jdbc.sql("""
                        insert into idle_step (task, ticket_id, client_id, queue, agent, since)
                        select ?, id, client_id, ?, ?, ? from ticket where id = ?
                        on conflict (task) do update set queue = excluded.queue, agent = excluded.agent,
                            since = excluded.since, level = 0, next_at = null""")
                .params(event.fact("task"), event.fact("queue"), event.fact("agent"), Timestamp.from(event.at()),
                        event.ticketId().value())
                .update();
    }

    private void reset(RecordedEvent event) {
        jdbc.sql("update idle_step set since = ?, level = 0, next_at = null where ticket_id = ? and agent is not null")
                .params(Timestamp.from(event.at()), event.ticketId().value())
                .update();
    }

    List<Step> withoutDate() {
        return query("next_at is null and level < 3 order by since limit ?", AT_ONCE);
    }

    /** What rests is not idle: laid aside, or merged into another. */
    List<Step> due() {
        return query("""
                next_at <= ? and level < 3
                and not exists (select 1 from ticket_snooze s where s.ticket_id = idle_step.ticket_id)
                and not exists (select 1 from ticket_merge m where m.ticket_id = idle_step.ticket_id)
                order by next_at limit ?""", Timestamp.from(clock.instant()), AT_ONCE);
    }

    List<Step> of(TicketId ticket) {
        return query("ticket_id = ? order by since", ticket.value());
    }

    void next(Step step, int level, Instant at) {
        jdbc.sql("""
                        insert into idle_step (task, ticket_id, client_id, queue, agent, since, level, next_at)
                        select ?, id, client_id, ?, ?, ?, ?, ? from ticket where id = ?
                        on conflict (task) do update set level = excluded.level, next_at = excluded.next_at""")
                .params(step.task(), step.queue(), level < 2 ? step.agent() : null, Timestamp.from(step.since()), level,
                        Timestamp.from(at), step.ticket().value())
                .update();
    }

    private List<Step> query(String condition, Object... values) {
        return jdbc.sql("select * from idle_step where " + condition)
                .params(List.of(values))
                .query(IdleSteps::step)
                .list();
    }

    private static Step step(ResultSet row, int n) throws SQLException {
        Timestamp next = row.getTimestamp("next_at");
        return new Step(
                row.getString("task"),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getString("queue"),
                row.getString("agent"),
                row.getTimestamp("since").toInstant(),
                row.getInt("level"),
                next == null ? null : next.toInstant());
    }
}
