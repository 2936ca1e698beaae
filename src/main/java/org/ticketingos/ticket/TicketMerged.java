package org.ticketingos.ticket;

import java.time.Instant;

/** The ticket lives on in another; its process stands still until the merge is undone or the other one closes. */
public record TicketMerged(TicketId ticketId, TicketId into, String number, String reason, Instant at)
        implements TicketEvent {}
