package org.ticketingos.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendar.Interval;
import org.ticketingos.sla.ClockReading.Span;
import org.ticketingos.ticket.RecordedEvent;

/**
 * Reads a clock off a ticket's history: a pure function of the events and the calendar's versions. Nothing is ever
 * added to a counter, so every clock can be computed again, disputed and explained.
 */
public final class SlaClock {

    private static final String TIME_USED_UP = "time used up";

    private final NamedClock kind;
    private final Set<String> pauses = new LinkedHashSet<>();
    private final List<Interval> counting = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private @Nullable WorkCalendar calendar;
    private Instant cursor = Instant.MIN;
    private Duration target = Duration.ZERO;
    private Duration warning = Duration.ZERO;
    private int warningPercent;
    private Duration elapsed = Duration.ZERO;
    private @Nullable Instant stoppedAt;
    private @Nullable Instant breachedAt;
    private @Nullable String breachCause;
    private String rule = "";

    private SlaClock(NamedClock kind) {
        this.kind = kind;
    }

    /** What the clock shows at an instant, later events left out; empty when it had not started. */
    public static Optional<ClockReading> read(
            NamedClock kind, List<RecordedEvent> history, Function<String, WorkCalendar> calendars, Instant at) {
        SlaClock clock = new SlaClock(kind);
        for (RecordedEvent event : history) {
            if (!event.at().isAfter(at) && event.fact("clock").equals(kind.code())) {
                clock.follow(event, calendars);
            }
        }
        if (clock.calendar == null) {
            return Optional.empty();
        }
        clock.advance(at, false);
        return Optional.of(clock.reading());
    }

    private void follow(RecordedEvent event, Function<String, WorkCalendar> calendars) {
        if (event.kind().equals("clock-started")) {
            start(event, calendars);
            return;
        }
        if (calendar == null) {
            return;
        }
        switch (event.kind()) {
            case "clock-paused" -> {
                advance(event.at(), false);
                pauses.add(event.fact("reason"));
            }
            case "clock-resumed" -> {
                advance(event.at(), false);
                pauses.remove(event.fact("reason"));
            }
            case "clock-stopped" -> {
                advance(event.at(), true);
                stoppedAt = stoppedAt == null ? cursor : stoppedAt;
            }
            case "targets-changed" -> change(event);
            default -> {}
        }
    }

    private void start(RecordedEvent event, Function<String, WorkCalendar> calendars) {
        Instant from = Instant.parse(event.fact("countsFrom"));
        if (calendar == null || kind.startsAfresh()) {
            cursor = from;
            elapsed = Duration.ZERO;
            breachedAt = null;
            breachCause = null;
            counting.clear();
            spans.clear();
        } else {
            advance(from, false);
        }
        pauses.clear();
        stoppedAt = null;
        calendar = calendars.apply(event.fact("calendar"));
        warningPercent = Integer.parseInt(event.fact("warningPercent"));
        promise(event);
    }

    private void change(RecordedEvent event) {
        advance(event.at(), true);
        promise(event);
        if (breachedAt == null && stoppedAt == null && elapsed.compareTo(target) >= 0) {
            breachedAt = cursor;
            breachCause = event.fact("cause");
        }
    }

    private void promise(RecordedEvent event) {
        target = Duration.ofMinutes(Integer.parseInt(event.fact("targetMinutes")));
        warning = target.multipliedBy(warningPercent).dividedBy(100);
        rule = event.fact("rule");
    }

    /**
     * Moves on to an instant. History is ordered by sequence: an event dated before its predecessor counts as
     * simultaneous with it.
     *
     * @param kept whether what happens then comes in time when the target is used up at that very instant
     */
    private void advance(Instant until, boolean kept) {
        Instant to = until.isBefore(cursor) ? cursor : until;
        if (calendar != null && stoppedAt == null && pauses.isEmpty()) {
            if (breachedAt == null) {
                Instant usedUp = calendar.add(cursor, atLeastZero(target.minus(elapsed)));
                if (usedUp.isBefore(to) || usedUp.equals(to) && !kept) {
                    breachedAt = usedUp;
                    breachCause = TIME_USED_UP;
                }
            }
            count(calendar, to);
        } else if (cursor.isBefore(to)) {
            spans.add(new Span(cursor, to, false, stoppedAt == null ? why() : "stopped"));
        }
        cursor = to;
    }

    private void count(WorkCalendar hours, Instant to) {
        Instant shown = cursor;
        for (Interval open : hours.open(cursor, to)) {
            if (shown.isBefore(open.from())) {
                spans.add(new Span(shown, open.from(), false, "outside business hours"));
            }
            spans.add(new Span(open.from(), open.to(), true, "counted on " + hours.name()));
            elapsed = elapsed.plus(open.length());
            shown = open.to();
        }
        if (shown.isBefore(to)) {
            spans.add(new Span(shown, to, false, "outside business hours"));
        }
        counting.add(new Interval(cursor, to));
    }

    private String why() {
        return pauses.stream().map(PauseReason::label).collect(Collectors.joining(", ", "paused: ", ""));
    }

    private ClockReading reading() {
        WorkCalendar hours = calendar;
        if (hours == null) {
            throw new IllegalStateException("a clock that has not started shows nothing");
        }
        boolean running = stoppedAt == null && pauses.isEmpty();
        return new ClockReading(
                kind,
                target,
                warningPercent,
                elapsed,
                Set.copyOf(pauses),
                running ? usedUp(hours, warning) : null,
                running ? usedUp(hours, target) : null,
                breachedAt,
                breachCause,
                stoppedAt,
                hours.id(),
                rule,
                List.copyOf(spans));
    }

    /** The first instant at which so much was or will be elapsed, should the clock keep running. */
    private Instant usedUp(WorkCalendar hours, Duration mark) {
        Duration left = mark;
        for (Interval ran : counting) {
            Duration counted = hours.elapsed(ran.from(), ran.to());
            if (counted.compareTo(left) >= 0) {
                return hours.add(ran.from(), left);
            }
            left = left.minus(counted);
        }
        return hours.add(cursor, left);
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
