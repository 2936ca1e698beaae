package org.ticketingos.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ticketingos.client.Money;

/** Divides a sum among agents by accepted units. The shares always add up to the sum. */
class Shares {

    private Shares() {}

    /** By largest remainder, in the smallest coin; ties go to the lowest log-in name. Negative sums divide likewise. */
    static SortedMap<String, Money> of(Money pool, SortedMap<String, BigDecimal> units) {
        BigDecimal all = units.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() <= 0) {
            throw new IllegalArgumentException("nobody to share with: " + units);
        }
        int scale = pool.amount().scale();
        BigDecimal coins = pool.amount().abs().movePointRight(scale);
        SortedMap<String, BigInteger> shares = new TreeMap<>();
        List<Remainder> remainders = new ArrayList<>();
        BigInteger left = coins.toBigIntegerExact();
        for (Map.Entry<String, BigDecimal> agent : units.entrySet()) {
            BigDecimal[] part = coins.multiply(agent.getValue()).divideAndRemainder(all);
            BigInteger whole = part[0].toBigIntegerExact();
            shares.put(agent.getKey(), whole);
            remainders.add(new Remainder(agent.getKey(), part[1]));
            left = left.subtract(whole);
        }
        remainders.sort(Comparator.comparing(Remainder::rest).reversed().thenComparing(Remainder::agent));
        for (int i = 0; i < left.intValueExact(); i++) {
            shares.merge(remainders.get(i).agent(), BigInteger.ONE, BigInteger::add);
        }
        int sign = pool.amount().signum();
        SortedMap<String, Money> money = new TreeMap<>();
        shares.forEach((agent, count) -> money.put(
                agent,
                new Money(
                        new BigDecimal(count).multiply(BigDecimal.valueOf(sign)).movePointLeft(scale)
                                .setScale(scale, RoundingMode.UNNECESSARY),
                        pool.currency())));
        return money;
    }

    private record Remainder(String agent, BigDecimal rest) {}
}
