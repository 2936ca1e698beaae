package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** What was promised has been done, in time or not. */
public record ClockStopped(TicketId ticketId, String clock, String cause, Instant at) implements TicketEvent {}
