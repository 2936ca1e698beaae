package org.ticketingos.quality;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The lottery has decided whether QA looks at this ticket; draw, rate and the key's hash let anyone repeat it. */
public record TicketSampled(
        TicketId ticketId, UUID frame, String keyHash, String draw, int ratePercent, boolean sampled, Instant at)
        implements TicketEvent {}
