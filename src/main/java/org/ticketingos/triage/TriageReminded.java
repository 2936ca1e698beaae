package org.ticketingos.triage;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Nobody has yet confirmed what the request is. */
public record TriageReminded(TicketId ticketId, Instant at) implements TicketEvent {}
