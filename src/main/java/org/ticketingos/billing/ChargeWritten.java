package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The ticket's work was charged, or a charge was corrected. */
public record ChargeWritten(
        TicketId ticketId, String rateId, BigDecimal quantity, String unit, BigDecimal amount, String currency,
        Instant at)
        implements TicketEvent {}
