package org.ticketingos.staffing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Gives tickets to people and from one to another, and says why. */
@Service
@Transactional
public class Staffing {

    private static final String SUPERVISORS = "supervisors";

    /** Service desk 3.4: the third change of hands on a ticket is a case for a supervisor. */
    private static final int TOO_MANY_HANDS = 3;

    /** What a person still works within so long belongs to the present shift; the next one starts later. */
    private static final Duration PRESENT_SHIFT = Duration.ofHours(12);

    private final Roster roster;
    private final Tickets tickets;
    private final Clients clients;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;
    private final Clock clock;

    Staffing(
            Roster roster, Tickets tickets, Clients clients, WorkCalendars calendars, JdbcClient jdbc, Clock clock) {
        this.roster = roster;
        this.tickets = tickets;
        this.clients = clients;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Pushes a ticket to the best agent who is free for it, else to the queue alone. */
    public void push(TicketId id, String queue, String skill) {
        oneAtATime(queue);
        Ticket ticket = tickets.get(id);
        Push.Choice choice = new Push(Push.Weights.STANDARD, handlingMinutes(ticket))
                .among(candidates(ticket, skill), skill);
        Candidate chosen = choice.chosen();
        if (chosen == null) {
            tickets.assign(id, queue, null, "Waits in the queue " + queue + ": " + choice.why() + ".");
        } else {
            give(ticket, queue, chosen.login(), choice.why() + ".");
        }
    }

    /** Gives a ticket to another person, at that person's or a supervisor's wish. */
    public void handOver(TicketId id, String toLogin, String reason) {
        Ticket ticket = tickets.get(id);
        if (!ticket.isOpen()) {
            throw new TicketRefused("The ticket is closed; nobody can take it over.");
        }
        if (CurrentUser.find().filter(CurrentUser::isClient).isPresent()) {
            throw new TicketRefused("Only our own people can hand a ticket over.");
        }
        if (reason.isBlank()) {
            throw new TicketRefused("Say why the ticket changes hands.");
        }
        Agent agent = roster.agent(toLogin)
                .orElseThrow(() -> new TicketRefused("There is no agent with the log-in name " + toLogin + "."));
        if (agent.login().equals(ticket.owner())) {
            throw new TicketRefused(agent.name() + " has the ticket already.");
        }
        if (walled(ticket).contains(agent.login())) {
            throw new TicketRefused(agent.name() + " is kept apart from this client and cannot take its tickets.");
        }
        Absence absence = roster.away(clock.instant()).get(agent.login());
        if (absence != null) {
            throw new TicketRefused(agent.name() + " is away (" + absence.reason() + "). Choose somebody else.");
        }
        String queue = ticket.queue();
        give(ticket, queue == null ? "service-desk" : queue, agent.login(),
                "Handed over to " + agent.name() + ": " + reason.strip());
    }

    /** How often the ticket has gone from one person to another. */
    @Transactional(readOnly = true)
    public int changesOfHands(TicketId id) {
        return Math.max(0, owners(id).size() - 1);
    }

    private void give(Ticket ticket, String queue, String login, String why) {
        List<String> owners = owners(ticket.id());
        boolean changesHands = !owners.isEmpty() && !owners.get(owners.size() - 1).equals(login);
        if (changesHands && owners.size() >= TOO_MANY_HANDS && !bySupervisor()) {
            tickets.assign(ticket.id(), SUPERVISORS, null,
                    "Change of hands number " + owners.size() + " on this ticket: a supervisor decides who takes it.");
        } else {
            tickets.assign(ticket.id(), queue, login, why);
        }
    }

    /** Each person who has had the ticket, in order, once per time. */
    private List<String> owners(TicketId id) {
        List<String> owners = new ArrayList<>();
        for (RecordedEvent event : tickets.history(id)) {
            String owner = event.fact("owner");
            boolean again = !owners.isEmpty() && owners.get(owners.size() - 1).equals(owner);
            if (event.kind().equals("ticket-assigned") && !owner.isEmpty() && !again) {
                owners.add(owner);
            }
        }
        return owners;
    }

    private static boolean bySupervisor() {
        return CurrentUser.find().filter(user -> user.is(Role.SUPERVISOR)).isPresent();
    }

    /** Two tickets pushed at once must not both see the same free hand. */
    private void oneAtATime(String queue) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('staffing ' || ?, 0))")
                .param(queue)
                .query(Integer.class)
                .single();
    }

    private List<Candidate> candidates(Ticket ticket, String skill) {
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

    private Set<String> walled(Ticket ticket) {
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

    private int handlingMinutes(Ticket ticket) {
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
