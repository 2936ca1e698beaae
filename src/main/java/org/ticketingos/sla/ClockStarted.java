package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * A promise begins to be counted, or goes on after the ticket was reopened.
 *
 * @param clock code of the {@link ClockKind}
 * @param calendar id of the business calendar it is counted on
 * @param countsFrom instant of the promise, for example when the request came in
 * @param rule which row of which table set the target, for people
 */
public record ClockStarted(
        TicketId ticketId,
        String clock,
        int targetMinutes,
        int warningPercent,
        String calendar,
        Instant countsFrom,
        String rule,
        Instant at)
        implements TicketEvent {}
