package org.ticketingos.billing;

import java.math.BigDecimal;
import java.util.List;
import org.ticketingos.client.Money;
import org.ticketingos.ticket.TicketNumber;

/**
 * One line of an invoice.
 *
 * @param sac services accounting code
 * @param exact amount before rounding
 * @param taxPercent whole rate; a supply within a state bears half of it twice
 * @param tickets whose work it is, in order
 */
public record InvoiceLine(
        int line,
        String text,
        String sac,
        BigDecimal quantity,
        String unit,
        BigDecimal rate,
        BigDecimal exact,
        Money amount,
        BigDecimal taxPercent,
        Money cgst,
        Money sgst,
        Money igst,
        List<TicketNumber> tickets) {

    InvoiceLine openedTo(List<TicketNumber> numbers) {
        return new InvoiceLine(
                line, text, sac, quantity, unit, rate, exact, amount, taxPercent, cgst, sgst, igst, numbers);
    }

    Money tax() {
        return cgst.plus(sgst).plus(igst);
    }
}
