package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** One reason for a pause is gone; when it was the last one, the promise is counted again. */
public record ClockResumed(TicketId ticketId, String clock, String reason, Instant at) implements TicketEvent {}
