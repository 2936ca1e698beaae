package org.ticketingos.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.ticket.RecordedEvent;

/** Lets a clock run once more over what really happened, with other targets: when would it have warned and broken? */
final class LadderReplay {

    private static final String STARTED = "clock-started";

    private LadderReplay() {}

    /** Targets to try, asked for each start and each change of a target. */
    record Tried(int targetMinutes, int warningPercent) {}

    /** One run of a clock; an instant is null when it was not reached. */
    record Fired(@Nullable Instant warned, @Nullable Instant breached) {}

    /** @param events of this clock alone, in order */
    static List<Fired> fire(
            NamedClock kind, List<RecordedEvent> events, Function<RecordedEvent, Tried> tried,
            Function<String, WorkCalendar> calendars, Instant now) {
        List<Fired> fired = new ArrayList<>();
        List<List<RecordedEvent>> runs = runs(kind, events);
        for (int i = 0; i < runs.size(); i++) {
            Instant end = i + 1 < runs.size() ? runs.get(i + 1).get(0).at() : now;
            List<RecordedEvent> replayed = runs.get(i).stream().map(event -> with(event, tried)).toList();
            SlaClock.read(kind, replayed, calendars, end).map(LadderReplay::fired).ifPresent(fired::add);
        }
        return fired;
    }

    /** A clock that starts afresh makes a promise of its own each time. */
    private static List<List<RecordedEvent>> runs(NamedClock kind, List<RecordedEvent> events) {
        List<List<RecordedEvent>> runs = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (event.kind().equals(STARTED) && (runs.isEmpty() || kind.startsAfresh())) {
                runs.add(new ArrayList<>());
            }
            if (!runs.isEmpty()) {
                runs.get(runs.size() - 1).add(event);
            }
        }
        return runs;
    }

    private static RecordedEvent with(RecordedEvent event, Function<RecordedEvent, Tried> tried) {
        boolean starts = event.kind().equals(STARTED);
        if (!starts && !event.kind().equals("targets-changed")) {
            return event;
        }
        Tried other = tried.apply(event);
        Map<String, Object> facts = new HashMap<>(event.facts());
        facts.put("targetMinutes", other.targetMinutes());
        if (starts) {
            facts.put("warningPercent", other.warningPercent());
        }
        return new RecordedEvent(event.seq(), event.ticketId(), event.kind(), event.at(), event.actor(), facts);
    }

    /** Nobody is warned of what is broken already. */
    private static Fired fired(ClockReading reading) {
        Instant breached = reading.breachedAt();
        Instant warned = used(reading, reading.target().multipliedBy(reading.warningPercent()).dividedBy(100))
                .filter(at -> breached == null || at.isBefore(breached))
                .orElse(null);
        return new Fired(warned, breached);
    }

    /** When so much was used up while the clock still ran. */
    private static Optional<Instant> used(ClockReading reading, Duration mark) {
        Duration left = mark;
        for (ClockReading.Span span : reading.spans()) {
            if (!span.counted()) {
                continue;
            }
            Duration length = Duration.between(span.from(), span.to());
            if (length.compareTo(left) >= 0) {
                Instant at = span.from().plus(left);
                return at.equals(reading.stoppedAt()) ? Optional.empty() : Optional.of(at);
            }
            left = left.minus(length);
        }
        return Optional.empty();
    }
}
