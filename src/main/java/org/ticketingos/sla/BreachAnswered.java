package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A supervisor has said why a promise was broken; what is done about it stands in the table sla_response. */
public record BreachAnswered(TicketId ticketId, String cause, Instant at) implements TicketEvent {}
