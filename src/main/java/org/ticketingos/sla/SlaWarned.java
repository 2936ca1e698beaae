package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** So much of a promise is used up that somebody must look. */
public record SlaWarned(TicketId ticketId, String clock, long remainingMinutes, Instant at) implements TicketEvent {}
