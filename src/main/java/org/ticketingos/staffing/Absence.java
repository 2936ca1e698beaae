package org.ticketingos.staffing;

import java.time.Instant;

/** A person is away from an instant up to another: holiday, illness, training. */
public record Absence(String login, Instant from, Instant to, String reason) {

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
