package org.ticketingos.ticket;

import java.time.Instant;
import java.util.Map;

/**
 * An event as the history keeps it.
 *
 * @param seq order of history; wall time is only for show
 * @param kind kebab-case name of the event
 * @param actor log-in name of who caused it, or {@code system}
 */
public record RecordedEvent(
        long seq, TicketId ticketId, String kind, Instant at, String actor, Map<String, Object> facts) {

    /** A fact as text, or the empty string. */
    public String fact(String name) {
        Object value = facts.get(name);
        return value == null ? "" : value.toString();
    }
}
