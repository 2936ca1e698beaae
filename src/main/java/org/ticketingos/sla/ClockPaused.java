package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A promise is not counted while this reason lasts; several reasons may last at once and count as one pause. */
public record ClockPaused(TicketId ticketId, String clock, String reason, Instant at) implements TicketEvent {}
