package org.ticketingos.quality;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The client has been asked how we did, by mail or in the portal alone. */
public record SurveySent(TicketId ticketId, boolean byMail, Instant at) implements TicketEvent {}
