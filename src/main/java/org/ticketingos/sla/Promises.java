package org.ticketingos.sla;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;

/** How many of our promises to a client were kept, of the requests that arrived in a span of time. */
@Repository
@Transactional(readOnly = true)
public class Promises {

    private static final int MOST_ROWS = 200;

    /** A clock that runs past its due date is breached, whether or not it has been noticed. */
    private static final String STATE = """
            case when c.breached_at is not null or c.state = 'BREACHED'
                      or c.state = 'RUNNING' and c.due_at <= :now then 'BREACHED'
                 when c.state = 'MET' then 'MET' else 'OPEN' end""";

    private static final String FROM = """
             from ticket t join ticket_clock c on c.ticket_id = t.id
            where t.client_id = :client and t.kind = 'REQUEST' and t.received_at >= :from and t.received_at < :until""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Promises(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a promise stands. */
    public enum State {
        MET,
        BREACHED,
        OPEN
    }

    /** One kind of clock, counted. */
    public record Kept(ClockKind kind, long met, long breached, long open) {

        public long of(State state) {
            return switch (state) {
                case MET -> met;
                case BREACHED -> breached;
                case OPEN -> open;
            };
        }
    }

    /** Every kind of clock, also those that never ran. */
    public List<Kept> of(ClientId client, Instant from, Instant until) {
        List<Kept> found = new ArrayList<>();
        jdbc.sql("select c.kind, " + STATE + " as now, count(*) as n" + FROM + " group by 1, 2")
                .param("client", client.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    long n = row.getLong("n");
                    String state = row.getString("now");
                    ClockKind.of(row.getString("kind")).ifPresent(kind -> found.add(new Kept(
                            kind, state.equals("MET") ? n : 0, state.equals("BREACHED") ? n : 0,
                            state.equals("OPEN") ? n : 0)));
                });
        return Arrays.stream(ClockKind.values())
                .map(kind -> found.stream()
                        .filter(one -> one.kind() == kind)
                        .reduce(new Kept(kind, 0, 0, 0), (a, b) -> new Kept(
                                kind, a.met() + b.met(), a.breached() + b.breached(), a.open() + b.open())))
                .toList();
    }

    /** The requests behind one of the numbers, newest first, page by page. */
    public Page<TicketId> tickets(
            ClientId client, ClockKind kind, State state, Instant from, Instant until, @Nullable String cursor,
            int limit) {
        int rows = Math.max(1, Math.min(limit, MOST_ROWS));
        List<TicketId> found = jdbc.sql("select t.id" + FROM + " and c.kind = :kind and " + STATE
                        + " = :state and (cast(:before as uuid) is null or t.id < cast(:before as uuid))"
                        + " order by t.id desc limit :rows")
                .param("client", client.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(clock.instant()))
                .param("kind", kind.code())
                .param("state", state.name())
                .param("before", mark(cursor))
                .param("rows", rows + 1)
                .query((row, n) -> new TicketId(row.getObject("id", UUID.class)))
                .list();
        String next = found.size() > rows ? found.get(rows - 1).toString() : null;
        return new Page<>(found.stream().limit(rows).toList(), next);
    }

    private static @Nullable String mark(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor).toString();
        } catch (IllegalArgumentException e) {
            throw Page.foreignMark();
        }
    }
}
