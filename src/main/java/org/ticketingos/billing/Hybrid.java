package org.ticketingos.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * PRICE-6: a base fee with units included, and a rate for each unit beyond.
 *
 * @param includedProrates whether a cut month also cuts the included units
 */
record Hybrid(BigDecimal base, BigDecimal included, BigDecimal overage, String unit, boolean includedProrates) {

    List<Priced> price(BigDecimal quantity, Proration covered) {
        BigDecimal free = includedProrates ? covered.of(included).setScale(0, RoundingMode.HALF_UP) : included;
        BigDecimal fee = covered.of(base);
        List<Priced> lines = new ArrayList<>();
        lines.add(new Priced(
                "Base fee, %s %ss included".formatted(free.toPlainString(), unit),
                BigDecimal.ONE,
                "month",
                covered.full() ? base : fee,
                fee));
        BigDecimal beyond = quantity.subtract(free).max(BigDecimal.ZERO);
        if (beyond.signum() > 0) {
            lines.add(Priced.of("Beyond the included " + unit + "s", beyond, unit, overage));
        }
        return lines;
    }
}
