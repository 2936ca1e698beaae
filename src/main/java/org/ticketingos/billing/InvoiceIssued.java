package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The ticket is on a posted invoice; the total is the invoice's, with tax. */
public record InvoiceIssued(TicketId ticketId, String number, BigDecimal total, String currency, Instant at)
        implements TicketEvent {}
