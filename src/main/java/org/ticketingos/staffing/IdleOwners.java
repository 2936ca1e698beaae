package org.ticketingos.staffing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.client.Clients;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.staffing.IdleSteps.Step;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/**
 * Work that was taken and forgotten: after business hours of silence towards the client its holder is reminded, then it
 * goes back to its queue, then a supervisor hears of it. How long each rung is stands in the table {@code idle-owner}.
 */
@Service
public class IdleOwners {

    private static final Logger LOG = LoggerFactory.getLogger(IdleOwners.class);
    private static final String TABLE = "idle-owner";
    private static final String EVERY = "${ticketingos.staffing.watch:PT20S}";
    private static final List<String> RUNGS = List.of("remindMinutes", "returnMinutes", "superviseMinutes");

    /** A rung the table leaves out. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final IdleSteps steps;
    private final Tickets tickets;
    private final Clients clients;
    private final WorkCalendars calendars;
    private final Roster roster;
    private final ObjectProvider<Decisions> decisions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IdleOwners(
            IdleSteps steps,
            Tickets tickets,
            Clients clients,
            WorkCalendars calendars,
            Roster roster,
            ObjectProvider<Decisions> decisions,
            TransactionTemplate transaction,
            Clock clock) {
        this.steps = steps;
        this.tickets = tickets;
        this.clients = clients;
        this.calendars = calendars;
        this.roster = roster;
        this.decisions = decisions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What will happen to a step if the client hears nothing.
     *
     * @param agent who has it; null when it is back in the queue
     * @param reminded whether the holder has been reminded
     * @param remindAt null once reminded, or when the table names no such rung
     * @param returnsAt when it goes back to the queue; null once it has, or never
     */
    public record Ladder(
            String queue, @Nullable String agent, boolean reminded, @Nullable Instant remindAt,
            @Nullable Instant returnsAt) {}

    /** The watched steps of a ticket with what comes next. */
    public List<Ladder> of(TicketId id) {
        return steps.of(id).stream()
                .map(step -> new Ladder(
                        step.queue(),
                        step.agent(),
                        step.level() >= 1,
                        step.level() == 0 ? known(at(step, 0)) : null,
                        step.level() < 2 ? known(at(step, 1)) : null))
                .toList();
    }

    private static @Nullable Instant known(Instant at) {
        return at.equals(NEVER) ? null : at;
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void look() {
        Scope.system(() -> {
            steps.withoutDate().forEach(step -> safely(step, () -> steps.next(step, 0, at(step, 0))));
            steps.due().forEach(step -> safely(step, () -> climb(step)));
        });
    }

    private void safely(Step step, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (RuntimeException e) {
            LOG.error("the idle step {} of ticket {} could not be dealt with", step.task(), step.ticket(), e);
        }
    }

    private void climb(Step step) {
        Instant now = clock.instant();
        String agent = String.valueOf(step.agent());
        switch (step.level()) {
            case 0 -> {
                steps.next(step, 1, at(step, 1));
                tickets.record(new OwnerReminded(step.ticket(), agent, step.queue(), known(at(step, 1)), now));
            }
            case 1 -> {
                tickets.record(new OwnerIdle(step.ticket(), agent, step.queue(), now));
                tickets.assign(step.ticket(), step.queue(), null,
                        "Back to the queue: the client heard nothing from " + agent + ".");
                steps.next(step, 2, at(step, 2));
            }
            default -> {
                steps.next(step, 3, NEVER);
                tickets.record(new IdleEscalated(step.ticket(), step.queue(), now));
            }
        }
    }

    /** When a rung is due: so many business minutes after the client last heard of it. */
    private Instant at(Step step, int rung) {
        int minutes = minutes(step.queue(), rung);
        return minutes <= 0 ? NEVER : hours(step).map(hours -> hours.add(step.since(), Duration.ofMinutes(minutes))).orElse(NEVER);
    }

    private int minutes(String queue, int rung) {
        Decisions tables = decisions.getIfAvailable();
        Map<String, Object> facts = new HashMap<>();
        facts.put("queue", queue);
        return tables != null && tables.decide(TABLE, facts).get(RUNGS.get(rung)) instanceof Number minutes
                ? minutes.intValue()
                : 0;
    }

    /** The hours the client's contract promises; without one those of the holder's shift. */
    private Optional<WorkCalendar> hours(Step step) {
        Ticket ticket = tickets.get(step.ticket());
        if (ticket.contractId() != null) {
            return Optional.of(calendars.get(clients.contract(ticket.contractId()).calendar()));
        }
        return Optional.ofNullable(step.agent()).flatMap(roster::agent).map(agent -> calendars.get(agent.shift()));
    }
}
