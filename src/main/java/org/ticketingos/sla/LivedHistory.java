package org.ticketingos.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/**
 * The events one clock of a ticket is read from. While another ticket is merged into it, the older promise of the two is
 * kept; a merge that was undone never happened, on neither side. Decision 0007.
 */
final class LivedHistory {

    private final Tickets tickets;
    private final Supplier<Function<String, WorkCalendar>> calendars;

    LivedHistory(Tickets tickets, Supplier<Function<String, WorkCalendar>> calendars) {
        this.tickets = tickets;
        this.calendars = calendars;
    }

    List<RecordedEvent> of(List<RecordedEvent> own, ClockKind kind) {
        Set<String> merged = stillMerged(own);
        Map<Long, Boolean> undone = undonePauses(own, kind);
        List<RecordedEvent> lived = new ArrayList<>();
        for (RecordedEvent event : own) {
            if (event.kind().equals("ticket-absorbed") && merged.contains(event.fact("from"))) {
                List<RecordedEvent> theirs = before(event, kind);
                if (isOlder(theirs, lived, kind, event.at())) {
                    lived = theirs;
                }
            } else if (event.fact("clock").equals(kind.code()) && !undone.containsKey(event.seq())) {
                lived.add(event);
            }
        }
        return lived;
    }

    /** Ids of the tickets that were merged in and have not gone their own way since. */
    private static Set<String> stillMerged(List<RecordedEvent> own) {
        Set<String> merged = new HashSet<>();
        for (RecordedEvent event : own) {
            if (event.kind().equals("ticket-absorbed")) {
                merged.add(event.fact("from"));
            } else if (event.kind().equals("ticket-released")) {
                merged.remove(event.fact("from"));
            }
        }
        return merged;
    }

    /** Pauses by a merge that is over: the client has been waiting all the time, so they count for nothing. */
    private static Map<Long, Boolean> undonePauses(List<RecordedEvent> own, ClockKind kind) {
        Map<Long, Boolean> undone = new HashMap<>();
        long paused = -1;
        for (RecordedEvent event : own) {
            if (!event.fact("clock").equals(kind.code()) || !event.fact("reason").equals(PauseReason.MERGED.code())) {
                continue;
            }
            if (event.kind().equals("clock-paused")) {
                paused = event.seq();
            } else if (event.kind().equals("clock-resumed")) {
                undone.put(paused, true);
                undone.put(event.seq(), true);
            }
        }
        return undone;
    }

    private List<RecordedEvent> before(RecordedEvent absorbed, ClockKind kind) {
        List<RecordedEvent> until = tickets.history(TicketId.of(absorbed.fact("from"))).stream()
                .filter(event -> event.seq() < absorbed.seq())
                .toList();
        List<RecordedEvent> lived = new ArrayList<>(of(until, kind));
        lived.removeIf(event -> event.fact("reason").equals(PauseReason.MERGED.code()));
        return lived;
    }

    /** A promise still to be kept goes before one that is kept or was never made; of two, the one made first. */
    private boolean isOlder(List<RecordedEvent> theirs, List<RecordedEvent> mine, ClockKind kind, Instant at) {
        Optional<ClockReading> other = SlaClock.read(kind, theirs, calendars.get(), at)
                .filter(reading -> reading.stoppedAt() == null);
        Optional<ClockReading> own = SlaClock.read(kind, mine, calendars.get(), at)
                .filter(reading -> reading.stoppedAt() == null);
        return other.isPresent() && (own.isEmpty() || countsFrom(theirs, kind).isBefore(countsFrom(mine, kind)));
    }

    private static Instant countsFrom(List<RecordedEvent> clock, ClockKind kind) {
        return clock.stream()
                .filter(event -> event.kind().equals("clock-started"))
                .map(event -> Instant.parse(event.fact("countsFrom")))
                .reduce((first, later) -> kind.startsAfresh() ? later : first)
                .orElse(Instant.MAX);
    }
}
