package org.ticketingos.staffing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
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

    private final Roster roster;
    private final Tickets tickets;
    private final Candidates candidates;
    private final JdbcClient jdbc;
    private final Clock clock;

    Staffing(Roster roster, Tickets tickets, Candidates candidates, JdbcClient jdbc, Clock clock) {
        this.roster = roster;
        this.tickets = tickets;
        this.candidates = candidates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Pushes a ticket to the best agent who is free for it, else to the queue alone. */
    public void push(TicketId id, String queue, String skill) {
        oneAtATime(queue);
        Ticket ticket = tickets.get(id);
        Push.Choice choice = new Push(Push.Weights.STANDARD, candidates.handlingMinutes(ticket))
                .among(candidates.of(ticket, skill), skill);
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
        if (candidates.walled(ticket).contains(agent.login())) {
            throw new TicketRefused(agent.name() + " is kept apart from this client and cannot take its tickets.");
        }
        Absence absence = roster.away(clock.instant()).get(agent.login());
        if (absence != null && absence.deputy() != null && !absence.deputy().equals(ticket.owner())) {
            handOver(id, absence.deputy(), reason + " (" + agent.name() + " is away)");
            return;
        }
        if (absence != null) {
            throw new TicketRefused(agent.name() + " is away (" + absence.reason() + "). Choose somebody else.");
        }
        String queue = ticket.queue();
        give(ticket, queue == null ? "service-desk" : queue, agent.login(),
                "Handed over to " + agent.name() + ": " + reason.strip());
    }

    /** Gives a ticket back to its queue, where anybody of it may take it. */
    public void backToQueue(TicketId id, String reason) {
        Ticket ticket = tickets.get(id);
        if (!ticket.isOpen()) {
            throw new TicketRefused("The ticket is closed; it waits in no queue.");
        }
        String queue = ticket.queue();
        tickets.assign(id, queue == null ? "service-desk" : queue, null, reason);
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
}
