package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A target of our own stands still, because the turnaround does or the ticket is merged. */
public record InternalClockPaused(TicketId ticketId, String clock, String name, String reason, Instant at)
        implements TicketEvent {}
