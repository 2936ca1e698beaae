package org.ticketingos.delivery;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The client did not accept the delivered work. */
public record DeliverableRejected(TicketId ticketId, int round, int wrongItems, Instant at) implements TicketEvent {}
