package org.ticketingos.ticket;

import java.time.Instant;

/** The merge was undone; the ticket goes on where it stood. */
public record TicketUnmerged(TicketId ticketId, TicketId from, String number, String reason, Instant at)
        implements TicketEvent {}
