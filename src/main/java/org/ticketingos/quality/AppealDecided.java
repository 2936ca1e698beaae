package org.ticketingos.quality;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A second-level reviewer has ruled on every disputed point. */
public record AppealDecided(TicketId ticketId, UUID appeal, UUID review, int items, int overturned, Instant at)
        implements TicketEvent {}
