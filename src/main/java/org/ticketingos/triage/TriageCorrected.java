package org.ticketingos.triage;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A person has named another line or category than the classifier had proposed. */
public record TriageCorrected(
        TicketId ticketId,
        String fromLine,
        String fromCategory,
        String toLine,
        String toCategory,
        String by,
        String modelVersion,
        Instant at)
        implements TicketEvent {}
