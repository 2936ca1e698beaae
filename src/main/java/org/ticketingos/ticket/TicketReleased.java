package org.ticketingos.ticket;

import java.time.Instant;

/** A ticket that had been merged into this one goes its own way again. */
public record TicketReleased(TicketId ticketId, TicketId from, String number, String reason, Instant at)
        implements TicketEvent {}
