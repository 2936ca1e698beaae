package org.ticketingos.ticket;

import java.time.Instant;

/** Another ticket now lives on in this one. */
public record TicketAbsorbed(TicketId ticketId, TicketId from, String number, String reason, Instant at)
        implements TicketEvent {}
