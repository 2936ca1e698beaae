package org.ticketingos.quality;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The agent has put a defect right, or has said why the value stands. */
public record DefectCorrected(TicketId ticketId, UUID defect, String field, String by, boolean changed, Instant at)
        implements TicketEvent {}
