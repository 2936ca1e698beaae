package org.ticketingos.staffing;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Somebody works on the ticket for an absent person until that one is back. */
public record DeputyTookOver(TicketId ticketId, String deputy, String absent, Instant until, Instant at)
        implements TicketEvent {}
