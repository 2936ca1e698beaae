package org.ticketingos.notice;

import java.time.Instant;
import org.ticketingos.ticket.TicketNumber;

/** Something one person should know of a ticket. */
public record Notice(
        long id, TicketNumber number, String subject, String kind, String sentence, Instant at, boolean read) {}
