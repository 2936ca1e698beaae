package org.ticketingos.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;

/** Where each internal clock stands as of its latest event: a projection that can be rebuilt from the history. */
@Repository
class InternalRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    InternalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Started and not yet stopped, whether counted or paused. */
    List<InternalClock> going(TicketId id) {
        return jdbc.sql("""
                        select name, stage, until from internal_clock
                        where ticket_id = ? and state in ('RUNNING', 'PAUSED') order by code""")
                .param(id.value())
                .query((row, n) -> InternalClock.of(
                        row.getString("name"), Stage.valueOf(row.getString("stage")), row.getString("until")))
                .list();
    }

    boolean turnaroundPaused(TicketId id) {
        return jdbc.sql("""
                        select exists (select 1 from ticket_clock
                                       where ticket_id = ? and kind = 'resolution' and state = 'PAUSED')""")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    void write(TicketId id, InternalClock named, ClockReading reading) {
        jdbc.sql("""
                        insert into internal_clock (ticket_id, client_id, code, name, stage, until, state,
                                                    target_minutes, warn_at, due_at, breached_at, calendar_id, rule)
                        select id, client_id, :code, :name, :stage, :until, :state, :target, :warn, :due, :breached,
                               :calendar, :rule
                        from ticket where id = :ticket
                        on conflict (ticket_id, code) do update set
                            name = excluded.name, stage = excluded.stage, until = excluded.until,
                            state = excluded.state, target_minutes = excluded.target_minutes,
                            warn_at = excluded.warn_at, due_at = excluded.due_at, breached_at = excluded.breached_at,
                            calendar_id = excluded.calendar_id, rule = excluded.rule,
                            told_warning = false, told_breach = false""")
                .param("ticket", id.value())
                .param("code", named.code())
                .param("name", named.label())
                .param("stage", named.stage().name())
                .param("until", named.untilWord())
                .param("state", ClockProjection.stored(reading))
                .param("target", reading.target().toMinutes())
                .param("warn", timestamp(reading.warnAt()))
                .param("due", timestamp(reading.dueAt()))
                .param("breached", timestamp(reading.breachedAt()))
                .param("calendar", reading.calendar())
                .param("rule", reading.rule())
                .update();
    }

    /** A running clock past its mark of which nobody has been told. */
    record Due(TicketId ticket, String code) {}

    List<Due> due(Level level, int most) {
        boolean warning = level == Level.WARNING;
        return jdbc.sql("""
                        select ticket_id, code from internal_clock
                        where state = 'RUNNING' and not %1$s and %2$s <= ? order by %2$s limit ?"""
                        .formatted(told(level), warning ? "warn_at" : "due_at"))
                .params(Timestamp.from(clock.instant()), most)
                .query((row, n) -> new Due(new TicketId(row.getObject("ticket_id", UUID.class)), row.getString("code")))
                .list();
    }

    void told(Due due, Level level) {
        jdbc.sql("update internal_clock set " + told(level) + " = true where ticket_id = ? and code = ?")
                .params(due.ticket().value(), due.code())
                .update();
    }

    private static String told(Level level) {
        return level == Level.WARNING ? "told_warning" : "told_breach";
    }

    /** At most so many running clocks past their warning, the latest first, along the index of running clocks. */
    List<LateStages.Late> late(int most) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select t.number, t.subject, c.name as client, k.name, k.stage, t.owner, k.due_at
                        from internal_clock k join ticket t on t.id = k.ticket_id join client c on c.id = t.client_id
                        where k.state = 'RUNNING' and k.warn_at <= ? and t.closed_at is null
                        order by k.warn_at limit ?""")
                .params(Timestamp.from(now), most)
                .query((row, n) -> late(row, now))
                .list();
    }

    private static LateStages.Late late(ResultSet row, Instant now) throws SQLException {
        Instant due = row.getTimestamp("due_at").toInstant();
        return new LateStages.Late(
                new TicketNumber(row.getString("number")),
                row.getString("subject"),
                row.getString("client"),
                row.getString("name"),
                Stage.valueOf(row.getString("stage")),
                row.getString("owner"),
                due,
                !now.isBefore(due));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
