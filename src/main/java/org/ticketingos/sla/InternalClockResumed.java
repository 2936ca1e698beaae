package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A target of our own is counted again, as far as this reason goes. */
public record InternalClockResumed(TicketId ticketId, String clock, String name, String reason, Instant at)
        implements TicketEvent {}
