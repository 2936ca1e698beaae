package org.ticketingos.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

/** Open steps in the real database, in queues of a test's own, with clocks as the test wants them. */
final class OpenSteps {

    static final JdbcClient JDBC = Database.jdbc();
    static final Instant NOW = Instant.parse("2026-01-21T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TaskProjection projection = new TaskProjection(JDBC, null, null, CLOCK, event -> {});
    private final String client;

    OpenSteps(String client) {
        this.client = client;
        Scope.system(() -> {
            JDBC.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values (?, ?, 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')
                            on conflict do nothing""")
                    .params(client, "Client " + client)
                    .update();
            JDBC.sql("insert into work_calendar (id, name, zone) values ('slack', 'Always', 'UTC') on conflict do nothing")
                    .update();
        });
    }

    /** A step nobody has; its name is the subject of its ticket and the id of the step. */
    TicketId add(String name, String queue, String priority, Duration age) {
        TicketId id = new TicketId(UUID.randomUUID());
        Scope.system(() -> {
            JDBC.sql("""
                            insert into ticket (id, number, client_id, kind, subject, channel, requester, line, category,
                                                priority, stage, status, queue, next_action, received_at, updated_at)
                            values (?, 'T-' || nextval('ticket_number'), ?, 'REQUEST', ?, 'mail', 'x@y.example',
                                    'data-entry', 'invoice', ?, 'PROCESS', 'IN_PROGRESS', ?, 'Do', ?, ?)""")
                    .params(id.value(), client, name, priority, queue, at(age.negated()), at(Duration.ZERO))
                    .update();
            JDBC.sql("""
                            insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, created_at)
                            values (?, ?, ?, 'validate-fields', 'Validate', 'validate', ?, ?)""")
                    .params(name, id.value(), client, queue, at(age.negated()))
                    .update();
        });
        return id;
    }

    /** Sets a clock of the ticket; {@code left} is negative after the breach, null when it is paused. */
    void clock(TicketId ticket, Duration left, Duration handling) {
        Scope.system(() -> JDBC.sql("""
                        insert into ticket_clock (ticket_id, client_id, kind, state, target_minutes, remaining_seconds,
                                                  due_at, start_by, calendar_id, rule)
                        values (?, ?, 'resolution', ?, 240, 0, ?, ?, 'slack', 'test')
                        on conflict (ticket_id, kind) do update set state = excluded.state, due_at = excluded.due_at,
                                                                    start_by = excluded.start_by""")
                .params(
                        ticket.value(),
                        client,
                        left == null ? "PAUSED" : "RUNNING",
                        left == null ? null : at(left),
                        left == null ? null : at(left.minus(handling)))
                .update());
        tell(ticket, "clock-started");
    }

    void tell(TicketId ticket, String kind) {
        Scope.system(() -> projection.clocksMoved(new RecordedEvent(1, ticket, kind, NOW, "system", Map.of())));
    }

    TaskProjection projection(Instant later) {
        return new TaskProjection(JDBC, null, null, Clock.fixed(later, ZoneOffset.UTC), event -> {});
    }

    static Timestamp at(Duration fromNow) {
        return Timestamp.from(NOW.plus(fromNow));
    }
}
