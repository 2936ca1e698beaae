package org.ticketingos.ticket;

import java.time.Instant;

/** The ticket has reached a stage of the spine. */
public record StageEntered(TicketId ticketId, Stage stage, Instant at) implements TicketEvent {}
