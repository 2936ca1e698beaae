package org.ticketingos.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.sla.LadderReplay.Tried;
import org.ticketingos.ticket.OldTickets;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/**
 * Tries the escalation ladder on old tickets: what the table {@code sla-targets} of today, or sharper or milder
 * thresholds, would have sent, beside what was sent. Nothing is written; a page of tickets at a time.
 */
@Service
@Transactional(readOnly = true)
public class LadderTrial {

    public static final int MOST_DAYS = 92;
    static final int AT_ONCE = 300;

    private final OldTickets old;
    private final Tickets tickets;
    private final TrialTargets targets;
    private final WorkCalendars calendars;
    private final LivedHistory lived;
    private final Clock clock;

    LadderTrial(OldTickets old, Tickets tickets, TrialTargets targets, WorkCalendars calendars, Clock clock) {
        this.old = old;
        this.tickets = tickets;
        this.targets = targets;
        this.calendars = calendars;
        this.lived = new LivedHistory(tickets, this::known);
        this.clock = clock;
    }

    /**
     * What to try.
     *
     * @param warningPercent 1 to 100; null: as the table says
     * @param targetPercent of the table's targets, 10 to 500; 100: as the table says
     */
    public record Candidate(@Nullable Integer warningPercent, int targetPercent) {

        public Candidate {
            if (warningPercent != null && (warningPercent < 1 || warningPercent > 100)) {
                throw new TicketRefused("A warning comes at 1 to 100 % of the target.");
            }
            if (targetPercent < 10 || targetPercent > 500) {
                throw new TicketRefused("Try targets of 10 to 500 % of the table's.");
            }
        }

        Tried of(int minutes, int percent) {
            return new Tried(
                    Math.max(1, (int) ((long) minutes * targetPercent / 100)),
                    warningPercent == null ? percent : warningPercent);
        }
    }

    /**
     * One step of the ladder, counted over the tickets of the page.
     *
     * @param step {@code WARNING}, {@code BREACH} or {@code PRIORITY} for raising it to high
     * @param sent as the histories have it, {@code would} as tried
     * @param whom who would have been told how often: log-in names, {@code nobody}, or {@code supervisors}
     */
    public record Rung(String clock, String step, int sent, int would, Map<String, Integer> whom) {}

    /** A ticket for which something would be different; an instant is null when nothing is sent. */
    public record Differs(
            TicketNumber ticket, String clock, String step, @Nullable Instant sent, @Nullable Instant would) {}

    /** @param next mark of the following page; null on the last */
    public record Result(int tickets, List<Rung> rungs, List<Differs> differs, @Nullable String next) {}

    /** @param days how far back, 1 to 92 */
    public Result of(
            Candidate candidate, int days, @Nullable ClientId client, @Nullable String after, CurrentUser by) {
        if (!by.is(Role.SUPERVISOR) && !by.is(Role.ADMIN) && !by.is(Role.ANALYST)) {
            throw new TicketRefused("The ladder is tried by supervisors, analysts and administrators.");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new TicketRefused("Try the last 1 to %d days.".formatted(MOST_DAYS));
        }
        Instant now = clock.instant();
        Page<TicketId> page = old.opened(now.minus(Duration.ofDays(days)), client, after, AT_ONCE);
        LadderCount count = new LadderCount();
        Function<String, WorkCalendar> hours = known();
        TrialTargets.Session asked = targets.session();
        for (TicketId id : page.items()) {
            Ticket ticket = tickets.get(id);
            List<RecordedEvent> history = tickets.history(id);
            for (ClockKind kind : ClockKind.values()) {
                List<RecordedEvent> own = lived.of(history, kind);
                count.add(ticket, history, kind, LadderReplay.fire(
                        kind, own,
                        event -> asked.of(candidate, kind, ticket, priority(history, event, ticket)), hours, now));
            }
            List<RecordedEvent> internal = InternalHistory.own(history);
            InternalHistory.clocks(history).values().forEach(named -> count.add(ticket, history, named, LadderReplay.fire(
                    named,
                    internal.stream().filter(event -> event.fact("clock").equals(named.code())).toList(),
                    event -> asked.of(candidate, event), hours, now)));
        }
        return count.result(page.items().size(), page.next());
    }

    /** As it was when the clock started or changed. */
    static Priority priority(List<RecordedEvent> history, RecordedEvent at, Ticket ticket) {
        String known = "";
        for (RecordedEvent event : history) {
            if (event.seq() > at.seq()) {
                break;
            }
            known = switch (event.kind()) {
                case "ticket-classified" -> event.fact("priority");
                case "priority-changed" -> event.fact("to");
                default -> known;
            };
        }
        return known.isEmpty() ? ticket.priority() : Priority.valueOf(known);
    }

    private Function<String, WorkCalendar> known() {
        Map<String, WorkCalendar> read = new HashMap<>();
        return id -> read.computeIfAbsent(id, calendars::get);
    }
}
