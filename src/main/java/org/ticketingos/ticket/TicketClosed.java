package org.ticketingos.ticket;

import java.time.Instant;

/** All is done; a reply until openUntil would reopen it. */
public record TicketClosed(TicketId ticketId, String resolution, Instant openUntil, Instant at)
        implements TicketEvent {}
