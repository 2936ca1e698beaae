package org.ticketingos.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** PRICE-2: so much per seat and month, for the days the seat was covered. Backfilled days are covered days. */
class Fte {

    private static final int MONTH = 30;

    private Fte() {}

    enum Basis {
        ACTUAL_CALENDAR,
        FIXED_30,
        WORKING_DAYS
    }

    /**
     * One seat's price for a month, not rounded.
     *
     * @param days days of the month the basis counts: calendar days, or working days by the contract's calendar
     */
    static BigDecimal price(BigDecimal rate, Basis basis, int covered, int days) {
        if (basis != Basis.FIXED_30) {
            return new Proration(covered, days).of(rate);
        }
        boolean whole = covered >= days || covered >= MONTH;
        return whole ? rate.setScale(20, RoundingMode.UNNECESSARY) : new Proration(covered, MONTH).of(rate);
    }
}
