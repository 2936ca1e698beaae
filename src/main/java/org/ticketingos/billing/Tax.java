package org.ticketingos.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.ticketingos.client.Money;

/** GST on one line: either the two halves of a state supply or the one of a supply between states. */
record Tax(Money cgst, Money sgst, Money igst) {

    static Tax none(Currency currency) {
        Money zero = Money.zero(currency);
        return new Tax(zero, zero, zero);
    }

    Money sum() {
        return cgst.plus(sgst).plus(igst);
    }

    Tax plus(Tax other) {
        return new Tax(cgst.plus(other.cgst), sgst.plus(other.sgst), igst.plus(other.igst));
    }

    /**
     * The taxes of an invoice's lines. What rounding a line cuts off goes on to the next line of the same tax, so
     * that the lines add up to the rounded sum.
     */
    static List<Tax> of(List<Money> taxable, BigDecimal percent, Supply supply) {
        List<Tax> taxes = new ArrayList<>();
        BigDecimal carriedHalf = BigDecimal.ZERO;
        BigDecimal carriedWhole = BigDecimal.ZERO;
        for (Money amount : taxable) {
            Tax none = none(amount.currency());
            switch (supply) {
                case INTRA_STATE -> {
                    BigDecimal raw = exact(amount, percent).divide(BigDecimal.valueOf(2)).add(carriedHalf);
                    Money half = new Money(raw, amount.currency());
                    carriedHalf = raw.subtract(half.amount());
                    taxes.add(new Tax(half, half, none.igst));
                }
                case INTER_STATE, EXPORT_WITH_TAX -> {
                    BigDecimal raw = exact(amount, percent).add(carriedWhole);
                    Money whole = new Money(raw, amount.currency());
                    carriedWhole = raw.subtract(whole.amount());
                    taxes.add(new Tax(none.cgst, none.sgst, whole));
                }
                case EXPORT_UNDER_LUT, OUTSIDE_GST -> taxes.add(none);
            }
        }
        return taxes;
    }

    /** What is added to reach the nearest whole rupee. */
    static Money roundOff(Money total) {
        return new Money(total.amount().setScale(0, RoundingMode.HALF_UP), total.currency()).minus(total);
    }

    private static BigDecimal exact(Money amount, BigDecimal percent) {
        return amount.amount().multiply(percent).movePointLeft(2);
    }
}
