package org.ticketingos.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.sla.InternalTargets.Target;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/**
 * The clocks of our own targets, one or more per stage: a pure function of the history like the promises, but never
 * shown to clients, never counted among promises, never charged.
 */
@Service
@Transactional
public class InternalClocks {

    private final Tickets tickets;
    private final Clocks promises;
    private final InternalTargets targets;
    private final InternalRows rows;
    private final WorkCalendars calendars;
    private final Clock clock;

    InternalClocks(
            Tickets tickets, Clocks promises, InternalTargets targets, InternalRows rows, WorkCalendars calendars,
            Clock clock) {
        this.tickets = tickets;
        this.promises = promises;
        this.targets = targets;
        this.rows = rows;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Every clock of the ticket as it stands, the first started first, with its explanation; nothing for clients. */
    @Transactional(readOnly = true)
    public List<ClockReading> readings(TicketId id) {
        return CurrentUser.find().filter(CurrentUser::isClient).isPresent()
                ? List.of()
                : InternalHistory.read(tickets.history(id), known(), clock.instant());
    }

    @Transactional(readOnly = true)
    Optional<ClockReading> reading(TicketId id, String code) {
        return InternalHistory.read(code, tickets.history(id), known(), clock.instant());
    }

    /** Ends what the stage ends, then begins what it begins; a pause of the turnaround goes on in what begins. */
    void enter(TicketId id, Stage stage, Instant at) {
        for (InternalClock going : rows.going(id)) {
            if (going.endsWith(stage)) {
                tickets.record(new InternalClockStopped(
                        id, going.code(), going.label(), "stage " + stage.name() + " reached", clock.instant()));
            }
        }
        List<Target> begins = targets.of(tickets.get(id), stage);
        if (begins.isEmpty()) {
            return;
        }
        Set<String> pauses = rows.turnaroundPaused(id)
                ? promises.reading(id, ClockKind.RESOLUTION).map(ClockReading::pauses).orElse(Set.of())
                : Set.of();
        List<String> going = rows.going(id).stream().map(InternalClock::code).toList();
        begins.stream().filter(target -> !going.contains(target.clock().code())).forEach(target -> {
            start(id, target, at);
            pauses.forEach(reason -> pause(id, target.clock(), reason));
        });
    }

    private void start(TicketId id, Target target, Instant at) {
        InternalClock begun = target.clock();
        tickets.record(new InternalClockStarted(
                id,
                begun.code(),
                begun.label(),
                begun.stage().name(),
                begun.untilWord(),
                target.terms().targetMinutes(),
                target.terms().warningPercent(),
                target.terms().calendar(),
                at,
                target.terms().rule(),
                clock.instant()));
    }

    private void pause(TicketId id, InternalClock going, String reason) {
        tickets.record(new InternalClockPaused(id, going.code(), going.label(), reason, clock.instant()));
    }

    void hold(TicketId id, String reason) {
        each(id, reading -> !reading.pauses().contains(reason), going -> pause(id, going, reason));
    }

    void release(TicketId id, String reason) {
        each(id, reading -> reading.pauses().contains(reason), going -> tickets.record(
                new InternalClockResumed(id, going.code(), going.label(), reason, clock.instant())));
    }

    void stopAll(TicketId id, String cause) {
        rows.going(id).forEach(going -> tickets.record(
                new InternalClockStopped(id, going.code(), going.label(), cause, clock.instant())));
    }

    /** Asks the table again; what has elapsed stays elapsed. */
    void refresh(TicketId id, String cause) {
        Ticket ticket = tickets.get(id);
        for (InternalClock going : rows.going(id)) {
            targets.of(ticket, going.stage()).stream()
                    .filter(target -> target.clock().code().equals(going.code()))
                    .findFirst()
                    .filter(target -> reading(id, going.code())
                            .filter(reading -> reading.target().toMinutes() != target.terms().targetMinutes())
                            .isPresent())
                    .ifPresent(target -> tickets.record(new InternalTargetsChanged(
                            id, going.code(), going.label(), target.terms().targetMinutes(), target.terms().rule(),
                            cause, clock.instant())));
        }
    }

    private void each(TicketId id, Predicate<ClockReading> which, Consumer<InternalClock> what) {
        for (InternalClock going : rows.going(id)) {
            if (reading(id, going.code()).filter(which).isPresent()) {
                what.accept(going);
            }
        }
    }

    Function<String, WorkCalendar> known() {
        Map<String, WorkCalendar> read = new HashMap<>();
        return id -> read.computeIfAbsent(id, calendars::get);
    }
}
