package org.ticketingos.staffing;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Nothing the client can see happened in time: the step went back to its queue. */
public record OwnerIdle(TicketId ticketId, String agent, String queue, Instant at) implements TicketEvent {}
