package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A target of our own has another length, in business minutes; what has elapsed stays elapsed. */
public record InternalTargetsChanged(
        TicketId ticketId, String clock, String name, int targetMinutes, String rule, String cause, Instant at)
        implements TicketEvent {}
