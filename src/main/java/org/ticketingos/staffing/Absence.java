package org.ticketingos.staffing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person is away from an instant up to another: holiday, illness, training.
 *
 * @param deputy who does the work meanwhile; null when nobody stands in
 */
public record Absence(String login, Instant from, Instant to, String reason, @Nullable String deputy) {

    public Absence(String login, Instant from, Instant to, String reason) {
        this(login, from, to, reason, null);
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
