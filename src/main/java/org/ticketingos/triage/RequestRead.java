package org.ticketingos.triage;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * The classifier has read a request and proposes what it is.
 *
 * @param line code of the proposed line; {@code none} when it cannot say
 * @param confidence 0 to 100
 * @param modelHash names exactly the classifier that said so
 */
public record RequestRead(
        TicketId ticketId,
        String line,
        String category,
        int confidence,
        String mood,
        String modelVersion,
        String modelHash,
        Instant at)
        implements TicketEvent {}
