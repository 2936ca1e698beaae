package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * A target of our own begins to be counted.
 *
 * @param clock code of the {@link InternalClock}, {@code name} its words
 * @param until name of the stage that ends it, or {@code next}
 */
public record InternalClockStarted(
        TicketId ticketId,
        String clock,
        String name,
        String stage,
        String until,
        int targetMinutes,
        int warningPercent,
        String calendar,
        Instant countsFrom,
        String rule,
        Instant at)
        implements TicketEvent {}
