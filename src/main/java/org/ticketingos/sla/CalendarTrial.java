package org.ticketingos.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

/** What a clock would say on hours that do not hold yet; asked of the clock itself, not reckoned anew. */
final class CalendarTrial {

    private static final TicketId NONE = TicketId.of("00000000-0000-7000-8000-000000000000");

    private CalendarTrial() {}

    /** When a clock with so much business time, started then, is due. */
    static Instant due(WorkCalendar hours, Instant start, int minutes) {
        RecordedEvent started = new RecordedEvent(1, NONE, "clock-started", start, "system", Map.of(
                "clock", ClockKind.RESOLUTION.code(),
                "targetMinutes", minutes,
                "warningPercent", 100,
                "calendar", hours.id(),
                "countsFrom", start.toString(),
                "rule", "trial"));
        Instant due = SlaClock.read(ClockKind.RESOLUTION, List.of(started), id -> hours, start)
                .map(ClockReading::dueAt)
                .orElse(null);
        if (due == null) {
            throw new IllegalStateException("a clock that runs has a due date");
        }
        return due;
    }

    /** Where a due date of the old hours goes on the new ones: what is left stays left. */
    static Instant moved(WorkCalendar before, WorkCalendar after, Instant now, Instant due) {
        Duration left = before.elapsed(now, due);
        return left.isZero() ? due : after.add(now, left);
    }
}
