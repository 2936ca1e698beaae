package org.ticketingos.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.ListFilter.Condition;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;

/** What stands where, counted by the database; every number names the list of its tickets. */
@Component
@Transactional(readOnly = true)
public class Board {

    /** So many of the longest unchanged tickets are looked into; if there are more, the count is "so many and more". */
    static final int MOST_IDLE = 1_000;

    private final JdbcClient jdbc;
    private final IdleLimits idleLimits;
    private final Clock clock;

    Board(JdbcClient jdbc, IdleLimits idleLimits, Clock clock) {
        this.jdbc = jdbc;
        this.idleLimits = idleLimits;
        this.clock = clock;
    }

    /** Steps of one queue: tickets waiting for somebody, tickets in hand, and since when the oldest waits. */
    public record QueueLoad(String queue, long waiting, long inHand, @Nullable Instant oldestWaiting) {}

    /** Tickets with a promise due in the hour that begins then, and how many of them are too late to begin. */
    public record HourDue(Instant hour, long due, long lost) {}

    /** Tickets that came in and that were finished in the hour that begins then. */
    public record HourFlow(Instant hour, long received, long finished) {}

    /** A ticket nobody has touched. */
    public record IdleTicket(
            TicketId id, TicketNumber number, String subject, String clientName, @Nullable String owner, Instant touched) {}

    /** The longest untouched first; more than counted when {@code capped}. */
    public record Idle(long count, boolean capped, List<IdleTicket> oldest) {}

    /** All open requests, counted once. */
    public Landscape open(BoardFilter filter) {
        Timestamp now = now();
        List<Object> values = new ArrayList<>(List.of(now, now));
        String narrowed = filter.sql(values);
        return new Landscape(jdbc.sql("""
                        select coalesce(t.line, '') as line, t.client_id, coalesce(t.queue, '') as team, t.stage,
                               case when t.clock_due <= ? then 'BREACHED'
                                    when t.clock_due is not null and t.clock_warn <= ? then 'WARNING'
                                    when t.clock_due is not null then 'IN_TIME' when t.clock_paused then 'PAUSED'
                                    else 'NO_CLOCK' end as band, count(*) as n
                        from ticket t where t.closed_at is null and t.kind = 'REQUEST'%s group by 1, 2, 3, 4, 5"""
                        .formatted(narrowed))
                .params(values)
                .query((row, n) -> new Landscape.Heap(
                        row.getString("line"),
                        row.getString("client_id"),
                        row.getString("team"),
                        Stage.valueOf(row.getString("stage")),
                        Band.valueOf(row.getString("band")),
                        row.getLong("n")))
                .list());
    }

    /** The names of our queues that hold anything, by one jump along the index for each. */
    public List<String> queueNames() {
        return jdbc.sql("""
                        with recursive known (queue) as (
                            (select queue from insight_step where queue is not null order by queue limit 1)
                            union all
                            select (select s.queue from insight_step s where s.queue > known.queue order by s.queue limit 1)
                            from known where known.queue is not null)
                        select queue from known where queue is not null and queue not like 'client:%'""")
                .query(String.class)
                .list();
    }

    /** Our queues by name; what waits at a client is not ours. */
    public List<QueueLoad> queues(BoardFilter filter) {
        List<Object> values = new ArrayList<>();
        String about = filter.withoutQueue().sql(values);
        if (filter.queue() != null) {
            values.add(filter.queue());
        }
        return jdbc.sql("""
                        select queue, count(*) filter (where not held) as waiting, count(*) filter (where held) as held,
                               min(since) filter (where not held) as oldest
                        from (select s.queue, s.assignee is not null as held, s.ticket_id, min(s.created_at) as since
                              from insight_step s where s.queue not like 'client:%%'%s%s group by 1, 2, 3) step
                        group by queue order by queue"""
                        .formatted(
                                about.isEmpty()
                                        ? ""
                                        : " and exists (select 1 from ticket t where t.id = s.ticket_id" + about + ")",
                                filter.queue() == null ? "" : " and s.queue = ?"))
                .params(values)
                .query((row, n) -> new QueueLoad(
                        row.getString("queue"),
                        row.getLong("waiting"),
                        row.getLong("held"),
                        instant(row.getTimestamp("oldest"))))
                .list();
    }

    /** Promises that fall due in the next hours, an hour of that zone each; the first has begun already. */
    public List<HourDue> due(BoardFilter filter, ZoneId zone, int hours) {
        Timestamp now = now();
        Instant first = hour(zone);
        List<Object> values = new ArrayList<>(List.of(Timestamp.from(first), now, now, last(first, hours)));
        String narrowed = filter.sql(values);
        Map<Integer, HourDue> found = new HashMap<>();
        jdbc.sql("""
                        select ceil(extract(epoch from k.due_at - ?) / 3600)::int - 1 as slot,
                               count(distinct t.id) as due, count(distinct t.id) filter (where %s) as lost
                        from insight_clock k join ticket t on t.id = k.ticket_id
                        where k.state = 'RUNNING' and k.due_at > ? and k.due_at <= ?
                          and t.closed_at is null and t.kind = 'REQUEST'%s group by 1"""
                        .formatted(Narrowing.LOST, narrowed))
                .params(values)
                .query(row -> {
                    int slot = row.getInt("slot");
                    found.put(slot, new HourDue(at(first, slot), row.getLong("due"), row.getLong("lost")));
                });
        return IntStream.range(0, hours)
                .mapToObj(slot -> found.getOrDefault(slot, new HourDue(at(first, slot), 0, 0)))
                .toList();
    }

    /** What came in and what was finished in each of the last hours; the last one is running. */
    public List<HourFlow> flow(BoardFilter filter, ZoneId zone, int hours) {
        Instant first = hour(zone).minus(Duration.ofHours(hours - 1L));
        Map<Integer, Long> received = perHour("received_at", first, hours, filter);
        Map<Integer, Long> finished = perHour("closed_at", first, hours, filter);
        return IntStream.range(0, hours)
                .mapToObj(slot -> new HourFlow(
                        at(first, slot), received.getOrDefault(slot, 0L), finished.getOrDefault(slot, 0L)))
                .toList();
    }

    private Map<Integer, Long> perHour(String column, Instant first, int hours, BoardFilter filter) {
        List<Object> values = new ArrayList<>(List.of(Timestamp.from(first), Timestamp.from(first), last(first, hours)));
        String narrowed = filter.sql(values);
        Map<Integer, Long> found = new HashMap<>();
        jdbc.sql("""
                        select floor(extract(epoch from t.%1$s - ?) / 3600)::int as slot, count(*) as n from ticket t
                        where t.%1$s >= ? and t.%1$s < ? and t.kind = 'REQUEST'%2$s group by 1"""
                        .formatted(column, narrowed))
                .params(values)
                .query(row -> {
                    found.put(row.getInt("slot"), row.getLong("n"));
                });
        return found;
    }

    /**
     * Open tickets nobody has touched for so many business hours, and that do not wait for the client. Only the longest
     * unchanged are looked into, so that the work has an end however many there are.
     */
    public Idle idle(BoardFilter filter, int hours, int shown) {
        Condition condition = idleLimits.condition(hours);
        List<Object> values = new ArrayList<>(List.of(condition.values().get(0)));
        String narrowed = filter.sql(values);
        values.addAll(condition.values());
        List<Long> counts = new ArrayList<>();
        // limits and names are worked out apart from the search, so that no plan reads histories twice
        List<IdleTicket> oldest = jdbc.sql("""
                        with old as materialized (
                            select t.* from ticket t
                            where t.closed_at is null and t.kind = 'REQUEST' and t.updated_at <= ?%s
                            order by t.updated_at limit %d),
                        idle as materialized (
                            select t.*, count(*) over () as n from old t where %s order by t.updated_at, t.id limit %d)
                        select i.id, i.number, i.subject, i.owner, i.updated_at, i.n,
                               (select count(*) from old) as looked,
                               (select c.name from client c where c.id = i.client_id) as name
                        from idle i order by i.updated_at, i.id"""
                        .formatted(narrowed, MOST_IDLE + 1, condition.sql(), shown))
                .params(values)
                .query((row, n) -> {
                    counts.add(row.getLong("n"));
                    counts.add(row.getLong("looked"));
                    return new IdleTicket(
                            new TicketId(row.getObject("id", java.util.UUID.class)),
                            new TicketNumber(row.getString("number")),
                            row.getString("subject"),
                            row.getString("name"),
                            row.getString("owner"),
                            row.getTimestamp("updated_at").toInstant());
                })
                .list();
        return oldest.isEmpty()
                ? new Idle(0, false, List.of())
                : new Idle(Math.min(counts.get(0), MOST_IDLE), counts.get(1) > MOST_IDLE, oldest);
    }

    private Instant hour(ZoneId zone) {
        return clock.instant().atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    private static Instant at(Instant first, int slot) {
        return first.plus(Duration.ofHours(slot));
    }

    private static Timestamp last(Instant first, int hours) {
        return Timestamp.from(at(first, hours));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
