package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Accepted units were metered, or taken back when negative. */
public record UsageMetered(TicketId ticketId, BigDecimal quantity, String unit, Instant at) implements TicketEvent {}
