package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** So much of a target of our own is used up that supervisors should look. */
public record InternalWarned(TicketId ticketId, String clock, String name, long remainingMinutes, Instant at)
        implements TicketEvent {}
