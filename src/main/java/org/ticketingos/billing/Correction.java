package org.ticketingos.billing;

import java.math.BigDecimal;
import java.util.List;

/** The line between what an account should come to and what was charged on it already. */
class Correction {

    private Correction() {}

    /**
     * @param lines what the account should come to now
     * @param settled whether every usage is in a charge already; then no difference means no line
     */
    static List<Priced> of(List<Priced> lines, List<Charge> charged, boolean settled) {
        BigDecimal difference = sum(lines).subtract(
                charged.stream().map(Charge::exact).reduce(BigDecimal.ZERO, BigDecimal::add));
        if (difference.signum() == 0 && settled) {
            return List.of();
        }
        Charge first = charged.get(0);
        String text = "Correction: " + first.text().replaceFirst("^Correction: ", "");
        BigDecimal quantity = lines.stream()
                .filter(line -> line.unit().equals(first.unit()) && line.text().equals(first.text()))
                .map(Priced::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(charged.stream()
                        .filter(charge -> charge.unit().equals(first.unit()))
                        .map(Charge::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        boolean linear = quantity.signum() != 0 && quantity.multiply(first.rate()).compareTo(difference) == 0;
        return List.of(
                linear
                        ? Priced.of(text, quantity, first.unit(), first.rate())
                        : Priced.lump(text, difference));
    }

    private static BigDecimal sum(List<Priced> lines) {
        return lines.stream().map(Priced::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
