package org.ticketingos.ticket;

import java.time.Instant;

/** Somebody or a rule has made the ticket more or less urgent. */
public record PriorityChanged(TicketId ticketId, Priority from, Priority to, String reason, Instant at)
        implements TicketEvent {}
