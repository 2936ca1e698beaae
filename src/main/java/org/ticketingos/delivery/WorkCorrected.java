package org.ticketingos.delivery;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Recorded work was keyed again or put right. */
public record WorkCorrected(TicketId ticketId, UUID item, int fields, String agent, Instant at)
        implements TicketEvent {}
