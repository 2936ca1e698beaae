package org.ticketingos.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PRICE-3: time spent, in started increments.
 *
 * @param increment 1, 6 or 15 minutes
 * @param perDay whether the increment rounds the day's sum or each entry
 * @param minimumMinutes billed at least, once anything was done (minimum call-out)
 * @param cap not to exceed, in money; null without
 */
record Hourly(BigDecimal rate, int increment, boolean perDay, int minimumMinutes, @Nullable BigDecimal cap) {

    private static final int HOUR = 60;

    /** Minutes to bill for the entries of one day. */
    int minutes(List<Integer> entries) {
        int billed = perDay
                ? round(entries.stream().mapToInt(Integer::intValue).sum())
                : entries.stream().mapToInt(this::round).sum();
        return billed == 0 ? 0 : Math.max(billed, minimumMinutes);
    }

    /** Price of so many billed minutes, not rounded. */
    BigDecimal price(int minutes) {
        BigDecimal price = rate.multiply(BigDecimal.valueOf(minutes))
                .divide(BigDecimal.valueOf(HOUR), 20, RoundingMode.HALF_UP);
        return cap == null ? price : price.min(cap);
    }

    private int round(int minutes) {
        return (minutes + increment - 1) / increment * increment;
    }
}
