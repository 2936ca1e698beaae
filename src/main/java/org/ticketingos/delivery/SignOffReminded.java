package org.ticketingos.delivery;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The client was reminded that delivered work waits for its sign-off. */
public record SignOffReminded(TicketId ticketId, int round, Instant at) implements TicketEvent {}
