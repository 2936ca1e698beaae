package org.ticketingos.staffing;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Back in its queue, nobody took the step in time: a supervisor was told. */
public record IdleEscalated(TicketId ticketId, String queue, Instant at) implements TicketEvent {}
