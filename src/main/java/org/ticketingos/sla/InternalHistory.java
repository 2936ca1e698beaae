package org.ticketingos.sla;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.ticket.RecordedEvent;

/**
 * Reads our own targets off a ticket's history with the same function as the promises. Their events have kinds of their
 * own, so that nothing that counts promises ever meets them.
 */
final class InternalHistory {

    private static final String OWN = "internal-";

    private InternalHistory() {}

    /** Every clock that ever started, by code, in the order of their first starts; each as it started last. */
    static Map<String, InternalClock> clocks(List<RecordedEvent> history) {
        Map<String, InternalClock> clocks = new LinkedHashMap<>();
        history.stream()
                .filter(event -> event.kind().equals("internal-clock-started"))
                .forEach(event -> clocks.put(event.fact("clock"), InternalClock.of(event)));
        return clocks;
    }

    static List<ClockReading> read(
            List<RecordedEvent> history, Function<String, WorkCalendar> calendars, Instant at) {
        List<RecordedEvent> own = own(history);
        return clocks(history).values().stream()
                .flatMap(clock -> SlaClock.read(clock, own, calendars, at).stream())
                .toList();
    }

    static Optional<ClockReading> read(
            String code, List<RecordedEvent> history, Function<String, WorkCalendar> calendars, Instant at) {
        return Optional.ofNullable(clocks(history).get(code))
                .flatMap(clock -> SlaClock.read(clock, own(history), calendars, at));
    }

    /** Whether supervisors have heard of it since it started, or since it was given another length. */
    static boolean told(List<RecordedEvent> history, String code, Level level) {
        String what = level == Level.WARNING ? "internal-warned" : "internal-breached";
        boolean told = false;
        for (RecordedEvent event : history) {
            if (event.fact("clock").equals(code)) {
                boolean anew = event.kind().equals("internal-clock-started")
                        || event.kind().equals("internal-targets-changed") && level == Level.WARNING;
                told = !anew && (told || event.kind().equals(what));
            }
        }
        return told;
    }

    static List<RecordedEvent> own(List<RecordedEvent> history) {
        return history.stream()
                .filter(event -> event.kind().startsWith(OWN))
                .map(event -> new RecordedEvent(
                        event.seq(),
                        event.ticketId(),
                        event.kind().substring(OWN.length()),
                        event.at(),
                        event.actor(),
                        event.facts()))
                .toList();
    }
}
