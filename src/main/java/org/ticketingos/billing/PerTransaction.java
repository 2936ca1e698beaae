package org.ticketingos.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PRICE-1: so much for each accepted unit of a class, more when it was urgent, at least the minimum of the month. */
class PerTransaction {

    private PerTransaction() {}

    /**
     * Units of one class.
     *
     * @param urgent how many of the quantity carry the priority surcharge
     */
    record UnitClass(String name, BigDecimal quantity, BigDecimal rate, BigDecimal urgent) {}

    static List<Priced> price(List<UnitClass> classes, BigDecimal surchargePercent) {
        List<Priced> lines = new ArrayList<>();
        for (UnitClass units : classes) {
            lines.add(Priced.of(units.name, units.quantity, "document", units.rate));
            BigDecimal more = percent(units.rate, surchargePercent);
            if (units.urgent.signum() > 0 && more.signum() > 0) {
                lines.add(Priced.of(units.name + ", priority surcharge", units.urgent, "document", more));
            }
        }
        return lines;
    }

    /** The line that lifts a month to the agreed minimum, if it has to be lifted. */
    static Optional<Priced> topUp(BigDecimal billed, BigDecimal minimum) {
        return billed.compareTo(minimum) < 0
                ? Optional.of(Priced.lump("Minimum commitment of the month", minimum.subtract(billed)))
                : Optional.empty();
    }

    static BigDecimal percent(BigDecimal of, BigDecimal percent) {
        return of.multiply(percent).movePointLeft(2);
    }
}
