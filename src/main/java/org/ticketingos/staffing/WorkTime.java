package org.ticketingos.staffing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketId;

/**
 * How long a person worked on which ticket: a pure function of what that person did. One person works on one ticket at a
 * time: the one taken last, or the one whose step was just ended. Nothing is added to a counter and nothing can be skipped.
 */
final class WorkTime {

    /** Nothing heard for longer: only so much counts, and the stretch says that it was cut (longest step: p80 of 90 min). */
    static final Duration LONGEST = Duration.ofHours(2);

    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<String, TicketId> held = new LinkedHashMap<>();
    private @Nullable TicketId focus;
    private @Nullable Instant since;
    private boolean off;

    private WorkTime() {}

    /** What a person did: took or was given a step, ended or lost it, wrote on its ticket, came or left. */
    enum Kind {
        TAKEN,
        GIVEN,
        ENDED,
        LOST,
        WROTE,
        ON,
        OFF
    }

    /** @param ticket null when it is about no ticket: coming and leaving */
    record Mark(Kind kind, @Nullable TicketId ticket, String task, Instant at) {}

    /**
     * Time on one ticket.
     *
     * @param cut whether nothing was heard for longer than counts
     * @param running whether it goes on at this moment
     */
    record Stretch(TicketId ticket, Instant from, Instant to, boolean cut, boolean running) {

        Duration length() {
            return Duration.between(from, to);
        }
    }

    static List<Stretch> of(List<Mark> marks, Instant now) {
        WorkTime time = new WorkTime();
        marks.forEach(time::follow);
        time.count(time.focus, now, true);
        return time.stretches;
    }

    private void follow(Mark mark) {
        TicketId ticket = mark.ticket();
        switch (mark.kind()) {
            case TAKEN -> {
                count(focus, mark.at(), false);
                off = false;
                hold(mark);
                turnTo(ticket, mark.at());
            }
            case GIVEN -> {
                hold(mark);
                if (focus == null && !off) {
                    turnTo(ticket, mark.at());
                }
            }
            case ENDED -> {
                count(ticket, mark.at(), false);
                off = false;
                held.remove(mark.task());
                turnTo(last(), mark.at());
            }
            case LOST -> {
                held.remove(mark.task());
                if (focus != null && !held.containsValue(focus)) {
                    count(focus, mark.at(), false);
                    turnTo(off ? null : last(), mark.at());
                }
            }
            case WROTE -> {
                off = false;
                if (held.containsValue(ticket)) {
                    count(ticket, mark.at(), false);
                    turnTo(ticket, mark.at());
                }
            }
            case ON -> {
                off = false;
                if (focus == null) {
                    turnTo(last(), mark.at());
                }
            }
            case OFF -> {
                count(focus, mark.at(), false);
                off = true;
                turnTo(null, mark.at());
            }
        }
    }

    private void hold(Mark mark) {
        TicketId ticket = mark.ticket();
        if (ticket != null) {
            held.remove(mark.task());
            held.put(mark.task(), ticket);
        }
    }

    private void turnTo(@Nullable TicketId ticket, Instant at) {
        focus = ticket;
        since = ticket == null ? null : at;
    }

    private @Nullable TicketId last() {
        TicketId last = null;
        for (TicketId ticket : held.values()) {
            last = ticket;
        }
        return last;
    }

    private void count(@Nullable TicketId ticket, Instant at, boolean running) {
        Instant from = since;
        if (ticket == null || from == null || !from.isBefore(at)) {
            return;
        }
        Instant end = from.plus(LONGEST);
        boolean cut = end.isBefore(at);
        stretches.add(new Stretch(ticket, from, cut ? end : at, cut, running && !cut));
    }
}
