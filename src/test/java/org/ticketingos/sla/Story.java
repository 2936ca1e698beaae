package org.ticketingos.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

/** A history told in local times of one calendar. */
class Story {

    private static final TicketId TICKET = TicketId.of("01890000-0000-7000-8000-000000000001");

    private final WorkCalendar calendar;
    private final ClockKind kind;
    private final List<RecordedEvent> events = new ArrayList<>();

    Story(WorkCalendar calendar, ClockKind kind) {
        this.calendar = calendar;
        this.kind = kind;
    }

    static Story of(WorkCalendar calendar) {
        return new Story(calendar, ClockKind.RESOLUTION);
    }

    Story started(String at, Duration target) {
        return add("clock-started", at, Map.of(
                "targetMinutes", target.toMinutes(),
                "warningPercent", 75,
                "calendar", calendar.id(),
                "countsFrom", instant(at).toString(),
                "rule", "standard"));
    }

    Story paused(String at, String reason) {
        return add("clock-paused", at, Map.of("reason", reason));
    }

    Story resumed(String at, String reason) {
        return add("clock-resumed", at, Map.of("reason", reason));
    }

    Story stopped(String at) {
        return add("clock-stopped", at, Map.of("cause", "work accepted"));
    }

    Story retargeted(String at, Duration target) {
        return add("targets-changed", at, Map.of(
                "targetMinutes", target.toMinutes(), "rule", "urgent", "cause", "priority changed"));
    }

    Story at(String what, Instant at, String reason) {
        return add(what, at, Map.of("reason", reason));
    }

    private Story add(String what, String at, Map<String, Object> facts) {
        return add(what, instant(at), facts);
    }

    private Story add(String what, Instant at, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("clock", kind.code());
        events.add(new RecordedEvent(events.size() + 1, TICKET, what, at, "amy", all));
        return this;
    }

    ClockReading read(String at) {
        return SlaClock.read(kind, events, id -> calendar, instant(at)).orElseThrow();
    }

    List<RecordedEvent> events() {
        return events;
    }

    Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(calendar.zone()).toInstant();
    }
}
