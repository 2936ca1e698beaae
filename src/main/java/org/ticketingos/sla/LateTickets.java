package org.ticketingos.sla;

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

/** Open tickets with a running clock past its warning or its target, the latest first. */
@Repository
public class LateTickets {

    private static final int MOST_ROWS = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    LateTickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One such clock.
     *
     * @param clock what it promises, in words
     * @param breached whether the target itself is used up, not only the warning share
     */
    public record Late(
            TicketId ticket,
            TicketNumber number,
            String subject,
            String clientName,
            Stage stage,
            @Nullable String owner,
            String clock,
            Instant dueAt,
            boolean breached) {}

    /** At most 200, along the index of running clocks. */
    public List<Late> open() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select t.id, t.number, t.subject, c.name, t.stage, t.owner, k.kind, k.due_at
                        from ticket_clock k join ticket t on t.id = k.ticket_id join client c on c.id = t.client_id
                        where k.state = 'RUNNING' and k.warn_at <= ? and t.closed_at is null
                        order by k.due_at limit ?""")
                .params(Timestamp.from(now), MOST_ROWS)
                .query((row, n) -> new Late(
                        new TicketId(row.getObject("id", UUID.class)),
                        new TicketNumber(row.getString("number")),
                        row.getString("subject"),
                        row.getString("name"),
                        Stage.valueOf(row.getString("stage")),
                        row.getString("owner"),
                        ClockKind.of(row.getString("kind")).map(ClockKind::label).orElse(row.getString("kind")),
                        row.getTimestamp("due_at").toInstant(),
                        !now.isBefore(row.getTimestamp("due_at").toInstant())))
                .list();
    }
}
