package org.ticketingos.ticket;

import java.time.Instant;

/** Another record belongs to this ticket: a defect, an invoice, a follow-up (TICKET-6). */
public record TicketsLinked(TicketId ticketId, String relation, String target, Instant at) implements TicketEvent {}
