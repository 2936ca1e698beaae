package org.ticketingos.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ticketingos.sla.LadderReplay.Fired;
import org.ticketingos.sla.LadderTrial.Differs;
import org.ticketingos.sla.LadderTrial.Result;
import org.ticketingos.sla.LadderTrial.Rung;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;

/** Counts what was sent and what would have been sent, step by step, with the people it concerns. */
final class LadderCount {

    private static final int EXAMPLES = 50;
    private static final String SUPERVISORS = "supervisors";
    private static final String RAISED = "PRIORITY";

    private final Map<String, Rung> rungs = new LinkedHashMap<>();
    private final List<Differs> differs = new ArrayList<>();

    void add(Ticket ticket, List<RecordedEvent> history, NamedClock kind, List<Fired> fired) {
        boolean internal = kind instanceof InternalClock;
        compare(ticket, kind, Level.WARNING.name(),
                sent(history, internal ? "internal-warned" : "sla-warned", kind),
                fired.stream().map(Fired::warned).filter(LadderCount::reached).toList(),
                at -> internal ? SUPERVISORS : owner(history, at));
        List<Instant> breached = fired.stream().map(Fired::breached).filter(LadderCount::reached).toList();
        compare(ticket, kind, Level.BREACH.name(),
                sent(history, internal ? "internal-breached" : "sla-breached", kind), breached, at -> SUPERVISORS);
        if (kind == ClockKind.RESOLUTION) {
            compare(ticket, kind, RAISED,
                    history.stream()
                            .filter(event -> event.kind().equals("priority-changed")
                                    && event.fact("reason").equals(Escalation.RAISED))
                            .map(RecordedEvent::at)
                            .toList(),
                    breached.stream().filter(at -> priority(history, at, ticket).compareTo(Priority.HIGH) > 0).toList(),
                    at -> owner(history, at));
        }
    }

    private static boolean reached(@Nullable Instant at) {
        return at != null;
    }

    private void compare(
            Ticket ticket, NamedClock kind, String step, List<Instant> sent, List<Instant> would,
            Function<Instant, String> whom) {
        Rung before = rungs.getOrDefault(kind.code() + step, new Rung(kind.label(), step, 0, 0, Map.of()));
        Map<String, Integer> told = new TreeMap<>(before.whom());
        would.forEach(at -> told.merge(whom.apply(at), 1, Integer::sum));
        rungs.put(kind.code() + step, new Rung(
                kind.label(), step, before.sent() + sent.size(), before.would() + would.size(), told));
        if (sent.size() != would.size() && differs.size() < EXAMPLES) {
            differs.add(new Differs(ticket.number(), kind.label(), step, last(sent), last(would)));
        }
    }

    private static @Nullable Instant last(List<Instant> instants) {
        return instants.isEmpty() ? null : instants.get(instants.size() - 1);
    }

    private static List<Instant> sent(List<RecordedEvent> history, String what, NamedClock kind) {
        return history.stream()
                .filter(event -> event.kind().equals(what) && event.fact("clock").equals(kind.code()))
                .map(RecordedEvent::at)
                .toList();
    }

    /** Who had the ticket then. */
    private static String owner(List<RecordedEvent> history, Instant at) {
        String owner = "";
        for (RecordedEvent event : history) {
            if (event.kind().equals("ticket-assigned") && !event.at().isAfter(at)) {
                owner = event.fact("owner");
            }
        }
        return owner.isEmpty() ? "nobody" : owner;
    }

    /** Before we raised it ourselves. */
    private static Priority priority(List<RecordedEvent> history, Instant at, Ticket ticket) {
        List<RecordedEvent> before = history.stream()
                .filter(event -> !event.at().isAfter(at) && !event.fact("reason").equals(Escalation.RAISED))
                .toList();
        return before.isEmpty()
                ? ticket.priority()
                : LadderTrial.priority(before, before.get(before.size() - 1), ticket);
    }

    Result result(int tickets, @Nullable String next) {
        return new Result(tickets, List.copyOf(rungs.values()), List.copyOf(differs), next);
    }
}
