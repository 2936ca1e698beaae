package org.ticketingos.quality;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketId;

/**
 * One wrong value in a ticket's work, and whether it has been put right.
 *
 * @param defectTicket the linked ticket under which it is corrected; null until rework begins
 * @param review the review that found it; null when the client did
 * @param withdrawn an appeal has shown that it was none
 * @param field key of the field, or the empty string when the whole item is wrong
 */
public record Defect(
        UUID id,
        TicketId ticket,
        @Nullable TicketId defectTicket,
        UUID item,
        String field,
        String found,
        String expected,
        Severity severity,
        Cause cause,
        FoundBy foundBy,
        boolean corrected,
        @Nullable UUID review,
        boolean withdrawn) {}
