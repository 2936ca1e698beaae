package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * A promise is broken.
 *
 * @param breachedAt first instant at which the target was used up; {@code at} is when we said so
 */
public record SlaBreached(TicketId ticketId, String clock, Instant breachedAt, String cause, Instant at)
        implements TicketEvent {}
