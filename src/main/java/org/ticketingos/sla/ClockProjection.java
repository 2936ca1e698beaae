package org.ticketingos.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

/** Keeps where each clock stands in a table, so that lists of many tickets need not read their histories. */
@Component
@Transactional
public class ClockProjection {

    /** A merge brings another ticket's clock along, and takes it away when it is undone. */
    private static final Set<String> MOVES_CLOCKS =
            Set.of("targets-changed", "hours-changed", "ticket-absorbed", "ticket-released", "ticket-unmerged");

    private final JdbcClient jdbc;
    private final Clocks clocks;
    private final WorkCalendars calendars;
    private final Clock clock;

    ClockProjection(JdbcClient jdbc, Clocks clocks, WorkCalendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Before others that listen, so that they find the table in step. */
    @EventListener
    @Order(0)
    void follow(RecordedEvent event) {
        if (event.kind().startsWith("clock-") || MOVES_CLOCKS.contains(event.kind())) {
            rebuild(event.ticketId());
        }
    }

    /** Writes a ticket's rows anew from its history. */
    public void rebuild(TicketId id) {
        Duration handling = handling(id);
        clocks.readings(id).forEach(reading -> jdbc.sql("""
                        insert into ticket_clock (ticket_id, client_id, kind, state, target_minutes, remaining_seconds,
                                                  warn_at, due_at, start_by, breached_at, calendar_id, rule)
                        select id, client_id, :kind, :state, :target, :remaining, :warn, :due, :start, :breached,
                               :calendar, :rule
                        from ticket where id = :ticket
                        on conflict (ticket_id, kind) do update set
                            client_id = excluded.client_id, state = excluded.state,
                            target_minutes = excluded.target_minutes, remaining_seconds = excluded.remaining_seconds,
                            warn_at = excluded.warn_at, due_at = excluded.due_at, start_by = excluded.start_by,
                            breached_at = excluded.breached_at,
                            calendar_id = excluded.calendar_id, rule = excluded.rule,
                            told_warning = false, told_breach = false""")
                .param("ticket", id.value())
                .param("kind", reading.kind().code())
                .param("state", stored(reading))
                .param("target", reading.target().toMinutes())
                .param("remaining", reading.remaining().toSeconds())
                .param("warn", timestamp(reading.warnAt()))
                .param("due", timestamp(reading.dueAt()))
                .param("start", timestamp(startBy(reading, handling)))
                .param("breached", timestamp(reading.breachedAt()))
                .param("calendar", reading.calendar())
                .param("rule", reading.rule())
                .update());
    }

    /** The clocks of many tickets at once, as lists show them; equal to {@link Clocks#of} for each. */
    @Transactional(readOnly = true)
    public Map<TicketId, List<ClockView>> of(Collection<TicketId> ids) {
        Instant now = clock.instant();
        Map<String, WorkCalendar> hours = new HashMap<>();
        Map<TicketId, List<ClockView>> views = new HashMap<>();
        jdbc.sql("select * from ticket_clock where ticket_id = any(?) order by ticket_id, kind")
                .param(ids.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(row -> {
                    WorkCalendar calendar = hours.computeIfAbsent(row.getString("calendar_id"), calendars::get);
                    views.computeIfAbsent(
                                    new TicketId(row.getObject("ticket_id", UUID.class)), id -> new ArrayList<>())
                            .add(view(row, calendar, now));
                });
        return views;
    }

    private static ClockView view(ResultSet row, WorkCalendar calendar, Instant now) throws SQLException {
        Duration target = Duration.ofMinutes(row.getInt("target_minutes"));
        Timestamp due = row.getTimestamp("due_at");
        String stored = row.getString("state");
        boolean running = stored.equals("RUNNING") && due != null;
        Duration remaining = running
                ? calendar.elapsed(now, due.toInstant()).minus(calendar.elapsed(due.toInstant(), now))
                : Duration.ofSeconds(row.getLong("remaining_seconds"));
        boolean breached = row.getTimestamp("breached_at") != null
                || running && !now.isBefore(due.toInstant());
        return new ClockView(
                row.getString("kind"),
                ClockKind.of(row.getString("kind")).map(ClockKind::label).orElse(row.getString("kind")),
                target,
                target.minus(remaining),
                remaining,
                running ? due.toInstant() : null,
                stored.equals("PAUSED"),
                breached ? "BREACHED" : stored,
                row.getString("rule"));
    }

    private @Nullable Instant startBy(ClockReading reading, Duration handling) {
        Instant due = reading.dueAt();
        return due == null ? null : calendars.get(reading.calendar()).subtract(due, handling);
    }

    /** What four of five tickets of this line and category take; nothing when nobody has said. */
    private Duration handling(TicketId id) {
        return Duration.ofMinutes(jdbc.sql("""
                        select p80_minutes from ticket t join handling_time h on h.line = t.line
                        where t.id = ? and h.category in ('', coalesce(t.category, ''))
                        order by h.category desc limit 1""")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .orElse(0));
    }

    static String stored(ClockReading reading) {
        if (reading.running()) {
            return "RUNNING";
        }
        return reading.paused() ? "PAUSED" : reading.state().name();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
