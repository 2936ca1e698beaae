package org.ticketingos.quality;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * The client has said how we did.
 *
 * @param csat satisfaction, 1 to 5
 * @param nps how likely to recommend us, 0 to 10
 */
public record SurveyAnswered(TicketId ticketId, int csat, int nps, Instant at) implements TicketEvent {}
