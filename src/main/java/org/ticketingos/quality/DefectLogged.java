package org.ticketingos.quality;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A value was found wrong; the values themselves stay in the table of defects. */
public record DefectLogged(
        TicketId ticketId,
        UUID defect,
        UUID item,
        String field,
        Severity severity,
        String cause,
        FoundBy foundBy,
        Instant at)
        implements TicketEvent {}
