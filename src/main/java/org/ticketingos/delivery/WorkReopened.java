package org.ticketingos.delivery;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Recorded work went back to be keyed again. */
public record WorkReopened(TicketId ticketId, UUID item, String reason, Instant at) implements TicketEvent {}
