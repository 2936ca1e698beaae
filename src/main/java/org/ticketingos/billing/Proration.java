package org.ticketingos.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The part of a period that is covered. Multiplies before it divides, so that only money is ever rounded. */
record Proration(long covered, long period) {

    private static final int DECIMALS = 20;

    static final Proration FULL = new Proration(1, 1);

    Proration {
        if (period <= 0 || covered < 0 || covered > period) {
            throw new IllegalArgumentException("cannot cover " + covered + " of " + period + " days");
        }
    }

    /** Days from {@code start} until {@code end} of the period that ends at {@code periodEnd}; ends are exclusive. */
    static Proration between(LocalDate start, LocalDate end, LocalDate periodStart, LocalDate periodEnd) {
        LocalDate first = start.isBefore(periodStart) ? periodStart : start;
        LocalDate last = end.isAfter(periodEnd) ? periodEnd : end;
        long days = Math.max(0, ChronoUnit.DAYS.between(first, last));
        return new Proration(days, ChronoUnit.DAYS.between(periodStart, periodEnd));
    }

    BigDecimal of(BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(covered))
                .divide(BigDecimal.valueOf(period), DECIMALS, RoundingMode.HALF_UP);
    }

    /** What goes back when a billed period is cut short: one side is rounded, the other is the complement. */
    BigDecimal credit(BigDecimal billed, int scale) {
        return billed.subtract(of(billed).setScale(scale, RoundingMode.HALF_UP));
    }

    boolean full() {
        return covered == period;
    }

    /** The n-th monthly billing day: a contract of the 31st bills on the last day of short months and returns to it. */
    static LocalDate anchor(LocalDate start, int months) {
        return start.plusMonths(months);
    }
}
