package org.ticketingos.notice;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Somebody no longer hears of the ticket. */
public record PersonLeft(TicketId ticketId, String person, Instant at) implements TicketEvent {}
