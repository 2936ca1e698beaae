package org.ticketingos.staffing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ticketingos.ticket.RecordedEvent;

/** Finds in a history the spans in which somebody had a step and the client heard nothing. */
final class IdleReplay {

    /** What the ladder does happens within one transaction. */
    private static final Duration SAME_ACT = Duration.ofSeconds(5);

    private final Map<String, Silence> open = new LinkedHashMap<>();
    private final List<Silence> over = new ArrayList<>();
    private Instant returned = Instant.EPOCH;

    private IdleReplay() {}

    /** So long nothing was heard from the holder of a step; up to now while it still lasts. */
    record Silence(String queue, String agent, Instant from, Instant until) {}

    static List<Silence> silences(List<RecordedEvent> history, Instant now) {
        IdleReplay replay = new IdleReplay();
        history.forEach(replay::follow);
        replay.endAll(now);
        return replay.over;
    }

    private void follow(RecordedEvent event) {
        Instant at = event.at();
        switch (event.kind()) {
            case "step-taken" -> {
                end(event.fact("task"), at);
                begin(event.fact("task"), event.fact("queue"), event.fact("agent"), at);
            }
            case "owner-idle" -> returned = at;
            case "step-released" -> {
                // What the ladder itself gave back stays unanswered for the steps of the ladder above.
                if (at.isAfter(returned.plus(SAME_ACT))) {
                    end(event.fact("task"), at);
                }
            }
            case "step-done" -> end(event.fact("task"), at);
            case "reply-written" -> {
                if (!event.fact("automatic").equals("true")) {
                    anew(at);
                }
            }
            case "delivered", "ticket-woken", "ticket-unmerged" -> anew(at);
            case "ticket-snoozed", "ticket-merged" -> rest(at);
            case "ticket-closed" -> endAll(at);
            default -> {}
        }
    }

    private void begin(String task, String queue, String agent, Instant at) {
        open.put(task, new Silence(queue, agent, at, Instant.MAX));
    }

    private void end(String task, Instant at) {
        Silence silence = open.remove(task);
        if (silence != null) {
            over.add(new Silence(silence.queue(), silence.agent(), silence.from(), at));
        }
    }

    private void endAll(Instant at) {
        List.copyOf(open.keySet()).forEach(task -> end(task, at));
    }

    private void anew(Instant at) {
        Map<String, Silence> before = new LinkedHashMap<>(open);
        endAll(at);
        before.forEach((task, silence) -> begin(task, silence.queue(), silence.agent(), at));
    }

    /** Laid aside or merged: it is not idle; the time begins anew when it is back. */
    private void rest(Instant at) {
        open.replaceAll((task, silence) -> {
            over.add(new Silence(silence.queue(), silence.agent(), silence.from(), at));
            return new Silence(silence.queue(), silence.agent(), Instant.MAX, Instant.MAX);
        });
    }
}
