package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Nobody looks at the ticket until an instant, or until the client writes. */
public record TicketSnoozed(TicketId ticketId, String reason, Instant until, boolean pausesClock, Instant at)
        implements TicketEvent {}
