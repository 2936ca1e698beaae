package org.ticketingos.channel;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Part of what was said on this ticket is now a ticket of its own. */
public record TicketSplit(TicketId ticketId, TicketId part, String number, int messages, int files, String reason, Instant at)
        implements TicketEvent {}
