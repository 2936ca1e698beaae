package org.ticketingos.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prices that change with the quantity. A tier's upper bound belongs to it, its lower bound does not. */
record Tiers(List<Tier> tiers) {

    /**
     * One tier.
     *
     * @param upTo last quantity of the tier; null for the open end
     * @param flat charged once the tier is entered; the first tier's also for quantity zero
     */
    record Tier(@Nullable BigDecimal upTo, BigDecimal flat, BigDecimal perUnit) {}

    Tiers {
        if (tiers.isEmpty() || tiers.get(tiers.size() - 1).upTo() != null) {
            throw new IllegalArgumentException("the last tier must be open-ended");
        }
    }

    /**
     * A contract's rates {@code tier-1}, {@code tier-1-flat}, {@code tier-1-up-to}, {@code tier-2} and so on; the last
     * tier has no upper bound.
     */
    static Tiers of(Function<String, Optional<BigDecimal>> rates) {
        List<Tier> tiers = new ArrayList<>();
        for (int n = 1; rates.apply("tier-" + n).isPresent(); n++) {
            tiers.add(new Tier(
                    rates.apply("tier-" + n + "-up-to").orElse(null),
                    rates.apply("tier-" + n + "-flat").orElse(BigDecimal.ZERO),
                    rates.apply("tier-" + n).get()));
        }
        return new Tiers(tiers);
    }

    /** Each tier prices its own slice. */
    BigDecimal graduated(BigDecimal quantity) {
        BigDecimal price = tiers.get(0).flat();
        BigDecimal lower = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            if (quantity.compareTo(lower) <= 0) {
                break;
            }
            BigDecimal slice = (tier.upTo() == null ? quantity : quantity.min(tier.upTo())).subtract(lower);
            BigDecimal entry = lower.signum() == 0 ? BigDecimal.ZERO : tier.flat();
            price = price.add(entry).add(slice.multiply(tier.perUnit()));
            lower = tier.upTo() == null ? quantity : tier.upTo();
        }
        return price;
    }

    /** The tier that contains the quantity prices all of it; so one unit more can cost less. */
    BigDecimal volume(BigDecimal quantity) {
        for (Tier tier : tiers) {
            if (tier.upTo() == null || quantity.compareTo(tier.upTo()) <= 0) {
                return tier.flat().add(quantity.multiply(tier.perUnit()));
            }
        }
        throw new IllegalStateException("no open-ended tier");
    }

    /** Started packages beyond a free quantity. */
    static BigDecimal packages(BigDecimal quantity, BigDecimal free, BigDecimal size, BigDecimal price) {
        BigDecimal beyond = quantity.subtract(free).max(BigDecimal.ZERO);
        return beyond.divide(size, 0, RoundingMode.CEILING).multiply(price);
    }
}
