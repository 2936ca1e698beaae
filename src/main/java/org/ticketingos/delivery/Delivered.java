package org.ticketingos.delivery;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The work was handed to the client, for the first or a later time. */
public record Delivered(TicketId ticketId, int round, int units, String contentHash, Instant at)
        implements TicketEvent {}
