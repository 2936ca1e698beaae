package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A target of our own is no longer counted: the stage is done. */
public record InternalClockStopped(TicketId ticketId, String clock, String name, String cause, Instant at)
        implements TicketEvent {}
