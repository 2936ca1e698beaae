package org.ticketingos.quality;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** What the table {@code renewal} advises for this client's contract after this ticket. */
public record RenewalRecommended(TicketId ticketId, String recommendation, Instant at) implements TicketEvent {}
