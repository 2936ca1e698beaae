package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A target of our own is missed; supervisors hear of it, the client does not. */
public record InternalBreached(
        TicketId ticketId, String clock, String name, Instant breachedAt, String cause, Instant at)
        implements TicketEvent {}
