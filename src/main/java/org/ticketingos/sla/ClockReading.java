package org.ticketingos.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one clock of a ticket shows at an instant, and why.
 *
 * @param target business time promised, as it stands now
 * @param warningPercent share of the target after which somebody is warned
 * @param elapsed business time used
 * @param pauses codes of the reasons that hold it now; empty while it runs
 * @param warnAt when the warning share is used up; null while paused or stopped
 * @param dueAt when the target is used up; null while paused or stopped
 * @param breachedAt first instant the target was used up; null while kept
 * @param spans every interval since the start, counted or not, with the reason
 */
public record ClockReading(
        NamedClock kind,
        Duration target,
        int warningPercent,
        Duration elapsed,
        Set<String> pauses,
        @Nullable Instant warnAt,
        @Nullable Instant dueAt,
        @Nullable Instant breachedAt,
        @Nullable String breachCause,
        @Nullable Instant stoppedAt,
        String calendar,
        String rule,
        List<Span> spans) {

    /** Business time left; negative after the breach. */
    public Duration remaining() {
        return target.minus(elapsed);
    }

    public boolean running() {
        return stoppedAt == null && pauses.isEmpty();
    }

    public boolean paused() {
        return stoppedAt == null && !pauses.isEmpty();
    }

    public State state() {
        if (breachedAt != null) {
            return State.BREACHED;
        }
        if (stoppedAt != null) {
            return State.MET;
        }
        return paused() ? State.PAUSED : State.RUNNING;
    }

    /** BREACHED stays, also when the promise is stopped or lengthened later. */
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        BREACHED
    }

    /**
     * One interval of the explanation, up to but not including {@code to}.
     *
     * @param counted whether it used up business time
     */
    public record Span(Instant from, Instant to, boolean counted, String why) {}
}
