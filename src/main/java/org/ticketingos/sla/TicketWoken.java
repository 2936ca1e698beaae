package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The ticket is back in the lists. */
public record TicketWoken(TicketId ticketId, String why, Instant at) implements TicketEvent {}
