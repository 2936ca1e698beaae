package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The ticket is entitled to what a contract promises. */
public record ContractFound(TicketId ticketId, String contract, Instant at) implements TicketEvent {}
