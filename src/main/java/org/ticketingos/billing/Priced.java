package org.ticketingos.billing;

import java.math.BigDecimal;
import java.util.Currency;
import org.ticketingos.client.Money;

/**
 * A line before tax: what, how many, at which rate. The exact amount is kept; money is rounded once, here.
 *
 * @param exact quantity and rate in full precision
 */
record Priced(String text, BigDecimal quantity, String unit, BigDecimal rate, BigDecimal exact) {

    static Priced of(String text, BigDecimal quantity, String unit, BigDecimal rate) {
        return new Priced(text, quantity, unit, rate, quantity.multiply(rate));
    }

    static Priced lump(String text, BigDecimal amount) {
        return of(text, BigDecimal.ONE, "lump sum", amount);
    }

    Money money(Currency currency) {
        return new Money(exact, currency);
    }
}
