package org.ticketingos.staffing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.staffing.IdleReplay.Silence;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.OldTickets;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Tries the table {@code idle-owner} of today, or other times, on what holders of steps did on old tickets. */
@Service
@Transactional(readOnly = true)
public class IdleTrial {

    private static final int AT_ONCE = 300;
    private static final int MOST_DAYS = 92;

    private final OldTickets old;
    private final Tickets tickets;
    private final Clients clients;
    private final WorkCalendars calendars;
    private final Roster roster;
    private final ObjectProvider<Decisions> decisions;
    private final Clock clock;

    IdleTrial(
            OldTickets old, Tickets tickets, Clients clients, WorkCalendars calendars, Roster roster,
            ObjectProvider<Decisions> decisions, Clock clock) {
        this.old = old;
        this.tickets = tickets;
        this.clients = clients;
        this.calendars = calendars;
        this.roster = roster;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The steps of the ladder, from the mildest. */
    public enum Step {
        REMIND("remindMinutes", "owner-reminded"),
        RETURN("returnMinutes", "owner-idle"),
        SUPERVISE("superviseMinutes", "idle-escalated");

        private final String column;
        private final String event;

        Step(String column, String event) {
            this.column = column;
            this.event = event;
        }
    }

    /** @param whom the holder, the queue, or {@code supervisors}; how often each */
    public record Rung(Step step, int sent, int would, Map<String, Integer> whom) {}

    /** @param next mark of the following page; null on the last */
    public record Result(int tickets, List<Rung> rungs, @Nullable String next) {}

    /**
     * @param percent of the table's times, 10 to 500
     * @param days how far back, 1 to 92
     */
    public Result of(int percent, int days, @Nullable ClientId client, @Nullable String after, CurrentUser by) {
        if (!by.is(Role.SUPERVISOR) && !by.is(Role.ADMIN) && !by.is(Role.ANALYST)) {
            throw new TicketRefused("The ladder is tried by supervisors, analysts and administrators.");
        }
        if (percent < 10 || percent > 500 || days < 1 || days > MOST_DAYS) {
            throw new TicketRefused("Try 10 to 500 % of the table's times, over the last 1 to %d days.".formatted(MOST_DAYS));
        }
        Instant now = clock.instant();
        Page<TicketId> page = old.opened(now.minus(Duration.ofDays(days)), client, after, AT_ONCE);
        Map<Step, Integer> sent = new EnumMap<>(Step.class);
        Map<Step, Map<String, Integer>> whom = new EnumMap<>(Step.class);
        Map<String, Map<String, Object>> answers = new HashMap<>();
        for (TicketId id : page.items()) {
            List<RecordedEvent> history = tickets.history(id);
            for (Step step : Step.values()) {
                sent.merge(step, (int) history.stream().filter(event -> event.kind().equals(step.event)).count(), Integer::sum);
            }
            Ticket ticket = tickets.get(id);
            for (Silence silence : IdleReplay.silences(history, now)) {
                Map<String, Object> row = answers.computeIfAbsent(silence.queue(), this::row);
                Duration lasted = hours(ticket, silence)
                        .map(hours -> hours.elapsed(silence.from(), silence.until()))
                        .orElse(Duration.ZERO);
                reached(row, lasted, percent).forEach(step -> whom
                        .computeIfAbsent(step, one -> new TreeMap<>())
                        .merge(told(step, silence), 1, Integer::sum));
            }
        }
        List<Rung> rungs = Arrays.stream(Step.values())
                .map(step -> {
                    Map<String, Integer> people = whom.getOrDefault(step, Map.of());
                    return new Rung(step, sent.getOrDefault(step, 0),
                            people.values().stream().mapToInt(Integer::intValue).sum(), people);
                })
                .toList();
        return new Result(page.items().size(), rungs, page.next());
    }

    static List<Step> reached(Map<String, Object> row, Duration lasted, int percent) {
        return Arrays.stream(Step.values())
                .filter(step -> row.get(step.column) instanceof Number minutes
                        && minutes.intValue() > 0
                        && lasted.compareTo(Duration.ofMinutes(minutes.longValue()).multipliedBy(percent).dividedBy(100)) >= 0)
                .toList();
    }

    private static String told(Step step, Silence silence) {
        return switch (step) {
            case REMIND -> silence.agent();
            case RETURN -> silence.queue();
            case SUPERVISE -> "supervisors";
        };
    }

    private Map<String, Object> row(String queue) {
        Decisions tables = decisions.getIfAvailable();
        if (tables == null) {
            throw new TicketRefused("The tables are not in force yet. Try again in a minute.");
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("queue", queue);
        return tables.decide("idle-owner", facts);
    }

    private Optional<WorkCalendar> hours(Ticket ticket, Silence silence) {
        if (ticket.contractId() != null) {
            return Optional.of(calendars.get(clients.contract(ticket.contractId()).calendar()));
        }
        return roster.agent(silence.agent()).map(agent -> calendars.get(agent.shift()));
    }
}
