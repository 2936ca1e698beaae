package org.ticketingos.ticket;

import java.time.Instant;

/** Nothing this ticket had to wait for is open any more; it may close. */
public record BlockersGone(TicketId ticketId, Instant at) implements ProcessMessage {}
