package org.ticketingos.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a ticket for screens and programs.
 *
 * @param kind code of the {@link NamedClock}, {@code name} its words
 * @param remaining business time left; negative after the breach
 * @param dueAt null while paused or stopped: then there is time left, but no date
 * @param state {@code RUNNING}, {@code PAUSED}, {@code MET} or {@code BREACHED}
 * @param rule which row of which table set the target
 */
public record ClockView(
        String kind,
        String name,
        Duration target,
        Duration elapsed,
        Duration remaining,
        @Nullable Instant dueAt,
        boolean paused,
        String state,
        String rule) {

    public static ClockView of(ClockReading reading) {
        return new ClockView(
                reading.kind().code(),
                reading.kind().label(),
                reading.target(),
                reading.elapsed(),
                reading.remaining(),
                reading.stoppedAt() == null ? reading.dueAt() : null,
                reading.paused(),
                reading.state().name(),
                reading.rule());
    }
}
