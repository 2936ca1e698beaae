package org.ticketingos.notice;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Somebody hears of the ticket from now on. */
public record PersonWatches(TicketId ticketId, String person, Instant at) implements TicketEvent {}
