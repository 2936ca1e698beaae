package org.ticketingos.ticket;

import java.time.Instant;

/** A relation between two tickets was taken away. */
public record TicketsUnlinked(TicketId ticketId, String relation, String target, Instant at) implements TicketEvent {}
