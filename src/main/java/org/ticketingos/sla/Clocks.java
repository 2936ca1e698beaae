package org.ticketingos.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.gate.Gates;
import org.ticketingos.gate.Verdict;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** The clocks of each ticket: started by its contract, paused by people and stages, read off its history. */
@Service
@Transactional
public class Clocks {

    private final Tickets tickets;
    private final WorkCalendars calendars;
    private final Gates gates;
    private final LivedHistory lived;
    private final Clock clock;

    Clocks(Tickets tickets, WorkCalendars calendars, Gates gates, Clock clock) {
        this.tickets = tickets;
        this.calendars = calendars;
        this.gates = gates;
        this.lived = new LivedHistory(tickets, this::known);
        this.clock = clock;
    }

    /** What each started clock shows now. */
    @Transactional(readOnly = true)
    public List<ClockView> of(TicketId id) {
        return readings(id).stream().map(ClockView::of).toList();
    }

    /** The same with every counted and uncounted interval and its reason: "explain this clock". */
    @Transactional(readOnly = true)
    public List<ClockReading> readings(TicketId id) {
        List<RecordedEvent> history = tickets.history(id);
        Function<String, WorkCalendar> hours = known();
        return Arrays.stream(ClockKind.values())
                .flatMap(kind -> SlaClock.read(kind, lived.of(history, kind), hours, clock.instant()).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<ClockReading> reading(TicketId id, ClockKind kind) {
        return SlaClock.read(kind, lived.of(tickets.history(id), kind), known(), clock.instant());
    }

    /** Stops the turnaround from being counted, for a reason of {@link PauseReason#choices()}. */
    public void pause(TicketId id, String reason) {
        PauseReason why = PauseReason.of(reason)
                .filter(PauseReason::isForPeople)
                .orElseThrow(() -> new TicketRefused("Choose why the clock shall stand still: "
                        + String.join(", ", PauseReason.choices().values()) + "."));
        hold(id, ClockKind.RESOLUTION, mayPause(id, why));
    }

    /** The reason, when the gate lets a person stop the turnaround for it now; else refused in the gate's words. */
    PauseReason mayPause(TicketId id, PauseReason why) {
        Ticket ticket = tickets.get(id);
        ClockReading turnaround = counted(ticket);
        if (turnaround.pauses().contains(why.code())) {
            throw new TicketRefused("The clock is paused already: " + why.label() + ".");
        }
        Verdict verdict = gates.check(SlaGate.NAME, new PauseRequest(
                why.code(), ticket.stage().name(), pausesSoFar(id), (int) turnaround.remaining().toMinutes()));
        if (!verdict.passed()) {
            throw new TicketRefused(String.join(" ", verdict.reasons()));
        }
        return why;
    }

    boolean pausedFor(TicketId id, PauseReason why) {
        return reading(id, ClockKind.RESOLUTION)
                .filter(reading -> reading.stoppedAt() == null && reading.pauses().contains(why.code()))
                .isPresent();
    }

    /** A clock as it is, and as it will be read at the end of a pause that is only supposed. */
    record Supposed(ClockReading now, ClockReading then, boolean held) {}

    /** Each going clock before and after a pause of the turnaround from now until an instant; no pause when null. */
    @Transactional(readOnly = true)
    List<Supposed> ifPaused(TicketId id, @Nullable PauseReason pause, Instant until) {
        List<RecordedEvent> history = tickets.history(id);
        List<Supposed> answers = new ArrayList<>();
        for (ClockKind kind : ClockKind.values()) {
            boolean held = pause != null && kind == ClockKind.RESOLUTION;
            List<RecordedEvent> events = new ArrayList<>(lived.of(history, kind));
            Optional<ClockReading> now = SlaClock.read(kind, events, known(), clock.instant());
            if (now.filter(reading -> reading.stoppedAt() == null).isEmpty()) {
                continue;
            }
            if (held) {
                events.add(supposed(id, "clock-paused", kind, pause, clock.instant()));
                events.add(supposed(id, "clock-resumed", kind, pause, until));
            }
            SlaClock.read(kind, events, known(), until)
                    .ifPresent(then -> answers.add(new Supposed(now.get(), then, held)));
        }
        return answers;
    }

    private static RecordedEvent supposed(TicketId id, String what, ClockKind kind, PauseReason pause, Instant at) {
        return new RecordedEvent(
                Long.MAX_VALUE, id, what, at, "system", Map.of("clock", kind.code(), "reason", pause.code()));
    }

    /** Ends every pause that a person has set. */
    public void resume(TicketId id) {
        ClockReading turnaround = counted(tickets.get(id));
        List<PauseReason> mine = turnaround.pauses().stream()
                .flatMap(code -> PauseReason.of(code).stream())
                .filter(PauseReason::isForPeople)
                .toList();
        if (mine.isEmpty()) {
            throw new TicketRefused(turnaround.paused()
                    ? "The clock goes on by itself: it is "
                            + turnaround.pauses().stream().map(PauseReason::label).collect(Collectors.joining(", ")) + "."
                    : "The clock is not paused.");
        }
        mine.forEach(why -> release(id, ClockKind.RESOLUTION, why));
    }

    /** Starts a clock, or lets it go on after a reopening. Starting one that runs changes nothing. */
    void start(TicketId id, ClockKind kind, Terms terms, Instant countsFrom) {
        if (reading(id, kind).filter(reading -> reading.stoppedAt() == null).isEmpty()) {
            tickets.record(new ClockStarted(
                    id,
                    kind.code(),
                    terms.targetMinutes(),
                    terms.warningPercent(),
                    terms.calendar(),
                    countsFrom,
                    terms.rule(),
                    clock.instant()));
        }
    }

    void hold(TicketId id, ClockKind kind, PauseReason reason) {
        ifGoing(id, kind)
                .filter(reading -> !reading.pauses().contains(reason.code()))
                .ifPresent(reading ->
                        tickets.record(new ClockPaused(id, kind.code(), reason.code(), clock.instant())));
    }

    void release(TicketId id, ClockKind kind, PauseReason reason) {
        ifGoing(id, kind)
                .filter(reading -> reading.pauses().contains(reason.code()))
                .ifPresent(reading ->
                        tickets.record(new ClockResumed(id, kind.code(), reason.code(), clock.instant())));
    }

    void stop(TicketId id, ClockKind kind, String cause) {
        ifGoing(id, kind)
                .ifPresent(reading -> tickets.record(new ClockStopped(id, kind.code(), cause, clock.instant())));
    }

    /** A target of another length; what has elapsed stays. */
    void retarget(TicketId id, ClockKind kind, int targetMinutes, String rule, String cause) {
        ifGoing(id, kind)
                .filter(reading -> reading.target().toMinutes() != targetMinutes)
                .ifPresent(reading -> tickets.record(
                        new TargetsChanged(id, kind.code(), targetMinutes, rule, cause, clock.instant())));
    }

    private Optional<ClockReading> ifGoing(TicketId id, ClockKind kind) {
        return reading(id, kind).filter(reading -> reading.stoppedAt() == null);
    }

    private ClockReading counted(Ticket ticket) {
        if (!ticket.isOpen()) {
            throw new TicketRefused("The ticket is closed; its clocks have stopped.");
        }
        ClockReading turnaround = reading(ticket.id(), ClockKind.RESOLUTION)
                .orElseThrow(() -> new TicketRefused("No clock runs yet: the contract has not been found."));
        if (turnaround.stoppedAt() != null) {
            throw new TicketRefused("The work is done; its clock has stopped.");
        }
        return turnaround;
    }

    private int pausesSoFar(TicketId id) {
        return (int) tickets.history(id).stream()
                .filter(event -> event.kind().equals("clock-paused"))
                .filter(event -> PauseReason.of(event.fact("reason"))
                        .filter(PauseReason::isForPeople)
                        .isPresent())
                .count();
    }

    private Function<String, WorkCalendar> known() {
        Map<String, WorkCalendar> read = new HashMap<>();
        return id -> read.computeIfAbsent(id, calendars::get);
    }

    /**
     * What a contract's row says of one clock.
     *
     * @param warningPercent share of the target after which somebody is warned, 1 to 100
     * @param rule which row of which table, for people
     */
    record Terms(int targetMinutes, int warningPercent, String calendar, String rule) {

        Terms {
            if (targetMinutes < 1) {
                throw new IllegalArgumentException("a target is at least one minute, not " + targetMinutes);
            }
            if (warningPercent < 1 || warningPercent > 100) {
                throw new IllegalArgumentException("a warning comes at 1 to 100 %, not at " + warningPercent);
            }
        }
    }
}
