package org.ticketingos.delivery;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** An item turned out to be no work for us; the reason is one of a short list. */
public record WorkRejected(TicketId ticketId, UUID item, String reason, String agent, Instant at)
        implements TicketEvent {}
