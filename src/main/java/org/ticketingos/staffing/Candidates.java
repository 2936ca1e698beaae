package org.ticketingos.staffing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.Ticket;

/** Gathers what the push score wants to know of everybody at this moment. */
@Component
class Candidates {

    /** What a person still works within so long belongs to the present shift; the next one starts later. */
    private static final Duration PRESENT_SHIFT = Duration.ofHours(12);

    private final Roster roster;
    private final Clients clients;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;
    private final Clock clock;

    Candidates(Roster roster, Clients clients, WorkCalendars calendars, JdbcClient jdbc, Clock clock) {
        this.roster = roster;
        this.clients = clients;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Candidate> of(Ticket ticket, String skill) {
        Instant now = clock.instant();
        Client client = clients.get(ticket.client());
        Map<String, Integer> loads = roster.loads();
        Map<String, Absence> away = roster.away(now);
        Map<String, Instant> lastActs = lastActs();
        Set<String> walled = walled(ticket);
        Set<String> knowing = knowing(ticket);
        Map<String, WorkCalendar> patterns = new HashMap<>();
        Function<Agent, WorkCalendar> pattern = agent -> patterns.computeIfAbsent(agent.shift(), calendars::get);
        return roster.all().stream()
                .map(agent -> new Candidate(
                        agent.login(),
                        agent.name(),
                        agent.skills().getOrDefault(skill, 0),
                        load(ticket, agent, loads),
                        agent.capacity(),
                        idleMinutes(pattern.apply(agent), lastActs.get(agent.login()), now),
                        minutesOnShift(pattern.apply(agent), now),
                        agent.languages().contains(client.locale().getLanguage()),
                        walled.contains(agent.login()),
                        away.containsKey(agent.login()),
                        knowing.contains(agent.login())))
                .toList();
    }

    /** The ticket itself is no load to its own owner. */
    private static int load(Ticket ticket, Agent agent, Map<String, Integer> loads) {
        int load = loads.getOrDefault(agent.login(), 0);
        return agent.login().equals(ticket.owner()) && load > 0 ? load - 1 : load;
    }

    private static long minutesOnShift(WorkCalendar pattern, Instant now) {
        return pattern.isOpen(now) ? pattern.elapsed(now, now.plus(PRESENT_SHIFT)).toMinutes() : 0;
    }

    /** Working minutes of the present shift in which a person has done nothing on any ticket. */
    private static long idleMinutes(WorkCalendar pattern, @Nullable Instant lastAct, Instant now) {
        Instant shiftBegan = now.minus(PRESENT_SHIFT);
        Instant since = lastAct == null || lastAct.isBefore(shiftBegan) ? shiftBegan : lastAct;
        return pattern.elapsed(since, now).toMinutes();
    }

    private Map<String, Instant> lastActs() {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select login, (select max(at) from ticket_event e
                                       where actor = a.login and actor <> 'system') as last
                        from agent a""")
                .query(row -> {
                    Timestamp at = row.getTimestamp("last");
                    if (at != null) {
                        last.put(row.getString("login"), at.toInstant());
                    }
                });
        return last;
    }

    /** Who is kept apart from the ticket's client. */
    Set<String> walled(Ticket ticket) {
        return new HashSet<>(jdbc.sql("select login from agent_wall where client_id = ?")
                .param(ticket.client().value())
                .query(String.class)
                .list());
    }

    private Set<String> knowing(Ticket ticket) {
        return new HashSet<>(jdbc.sql("""
                        select distinct owner from ticket
                        where client_id = ? and requester = ? and owner is not null and id <> ?""")
                .params(ticket.client().value(), ticket.requester(), ticket.id().value())
                .query(String.class)
                .list());
    }

    /** Within how many minutes four of five tickets of this kind are done (p80). */
    int handlingMinutes(Ticket ticket) {
        String category = ticket.category();
        return jdbc.sql("""
                        select p80_minutes from handling_time where line = ? and category in ('', ?)
                        order by category desc limit 1""")
                .params(ticket.lineCode(), category == null ? "" : category)
                .query(Integer.class)
                .optional()
                .orElse(30);
    }
}
