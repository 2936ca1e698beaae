package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A promise now has another length, in business minutes; what has elapsed stays elapsed. */
public record TargetsChanged(TicketId ticketId, String clock, int targetMinutes, String rule, String cause, Instant at)
        implements TicketEvent {}
