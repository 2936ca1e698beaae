package org.ticketingos.ticket;

import java.time.Instant;

/** A closed ticket is worked on again. */
public record TicketReopened(TicketId ticketId, String reason, Instant at) implements TicketEvent {}
