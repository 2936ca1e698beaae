package org.ticketingos.delivery;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * One of several approvers has given a word, or changed it.
 *
 * @param seat which of the approvers, without naming the person
 * @param verdict {@code accept} or {@code reject}
 * @param identified {@code LOGIN} or {@code LINK}
 * @param contentHash of what was decided on
 * @param accepted how many accept now
 */
public record ApproverDecided(
        TicketId ticketId, int round, String seat, String verdict, String identified, String contentHash, int accepted,
        int rejected, int needed, Instant at)
        implements TicketEvent {}
