package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Money;
import org.ticketingos.ticket.TicketId;

/**
 * What one ticket, or one month of a contract, costs. Never changed: a correction is another charge.
 *
 * @param ticket null for what is charged by the month
 * @param rateId name of the contract's rate, as the pricing table chose it
 * @param revision 1 for the first, one more for each correction
 * @param exact not rounded
 */
public record Charge(
        UUID id,
        String contractId,
        @Nullable TicketId ticket,
        UUID invoiceId,
        String rateId,
        YearMonth period,
        int revision,
        String text,
        BigDecimal quantity,
        String unit,
        BigDecimal rate,
        BigDecimal exact,
        Money amount,
        Instant writtenAt) {}
