package org.ticketingos.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.staffing.Absence;
import org.ticketingos.staffing.Agent;
import org.ticketingos.staffing.Roster;
import org.ticketingos.ticket.TicketNumber;

/** Our people now: who works, on what, with how much in hand. */
@Component
@Transactional(readOnly = true)
public class People {

    private final Roster roster;
    private final JdbcClient jdbc;
    private final Clock clock;

    People(Roster roster, JdbcClient jdbc, Clock clock) {
        this.roster = roster;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether somebody works now. */
    public enum State {
        ON_SHIFT,
        ABSENT,
        OFF
    }

    /** The ticket somebody last did something on. */
    public record LastAct(TicketNumber ticket, Instant at) {}

    /**
     * One person.
     *
     * @param until end of the absence, if absent
     * @param load tickets in hand, as routing counts them
     * @param items documents or cases recorded since the day began
     * @param tickets on which they were recorded
     */
    public record AgentNow(
            String login,
            String name,
            State state,
            @Nullable Instant until,
            @Nullable LastAct lastAct,
            int load,
            int capacity,
            long items,
            long tickets) {

        public boolean isFull() {
            return load >= capacity;
        }
    }

    /** Everybody, those at work first; load is counted within the filter's line and client. */
    public List<AgentNow> now(BoardFilter filter, Instant dayBegan) {
        Instant now = clock.instant();
        Map<String, Absence> away = roster.away(now);
        Set<String> working = roster.onShift(now).stream().map(Agent::login).collect(Collectors.toSet());
        Map<String, Integer> loads = loads(filter);
        Map<String, long[]> done = done(filter, dayBegan);
        Map<String, LastAct> acts = lastActs();
        List<AgentNow> people = new ArrayList<>();
        for (Agent agent : roster.all()) {
            String login = agent.login();
            Absence absence = away.get(login);
            long[] sums = done.getOrDefault(login, new long[2]);
            State state = absence != null ? State.ABSENT : working.contains(login) ? State.ON_SHIFT : State.OFF;
            people.add(new AgentNow(
                    login,
                    agent.name(),
                    state,
                    absence == null ? null : absence.to(),
                    acts.get(login),
                    loads.getOrDefault(login, 0),
                    agent.capacity(),
                    sums[0],
                    sums[1]));
        }
        people.sort(java.util.Comparator.comparing(AgentNow::state).thenComparing(AgentNow::name));
        return people;
    }

    private Map<String, Integer> loads(BoardFilter filter) {
        if (filter.equals(BoardFilter.ALL)) {
            return roster.loads();
        }
        List<Object> values = new ArrayList<>();
        Map<String, Integer> loads = new HashMap<>();
        jdbc.sql("select t.owner, count(*) as n from ticket t where t.owner is not null and t.kind = 'REQUEST' and "
                        + Narrowing.IN_HAND + filter.sql(values) + " group by 1")
                .params(values)
                .query(row -> {
                    loads.put(row.getString("owner"), row.getInt("n"));
                });
        return loads;
    }

    private Map<String, long[]> done(BoardFilter filter, Instant since) {
        List<Object> values = new ArrayList<>(List.of(Timestamp.from(since)));
        Map<String, long[]> done = new HashMap<>();
        jdbc.sql("""
                        select i.agent, count(*) as items, count(distinct i.ticket_id) as tickets
                        from insight_item i join ticket t on t.id = i.ticket_id
                        where i.recorded_at >= ? and i.agent is not null and t.kind = 'REQUEST'"""
                        + filter.sql(values) + " group by 1")
                .params(values)
                .query(row -> {
                    done.put(row.getString("agent"), new long[] {row.getLong("items"), row.getLong("tickets")});
                });
        return done;
    }

    /** One look into the index of each person's acts. */
    private Map<String, LastAct> lastActs() {
        Map<String, LastAct> acts = new HashMap<>();
        jdbc.sql("""
                        select a.login, t.number, e.at from agent a
                        cross join lateral (select ticket_id, at from ticket_event
                                            where actor = a.login and actor <> 'system' order by at desc limit 1) e
                        join ticket t on t.id = e.ticket_id""")
                .query(row -> {
                    acts.put(
                            row.getString("login"),
                            new LastAct(
                                    new TicketNumber(row.getString("number")), row.getTimestamp("at").toInstant()));
                });
        return acts;
    }
}
