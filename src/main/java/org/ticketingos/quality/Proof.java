package org.ticketingos.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** What a count of errors proves about an error rate, at one-sided 95 % confidence (Clopper and Pearson 1934). */
public final class Proof {

    /** Chance that the true error rate lies above the bound. */
    static final double ALPHA = 0.05;

    static final int PLACES = 8;

    private Proof() {}

    /** Upper bound of the error rate after so many errors in so many units; 1 when nothing was looked at. */
    public static BigDecimal upperError(int errors, int inspected) {
        if (errors < 0 || inspected < errors) {
            throw new IllegalArgumentException(errors + " errors in " + inspected + " units");
        }
        return BigDecimal.valueOf(quantile(1 - ALPHA, errors, inspected)).setScale(PLACES, RoundingMode.CEILING);
    }

    /** Units without an error still to be seen until the target (for example 0.998) is proven; 0 when it is. */
    public static int cleanUnitsMissing(int errors, int inspected, BigDecimal target) {
        double rate = 1 - target.doubleValue();
        if (rate <= 0) {
            throw new IllegalArgumentException("no sample proves " + target);
        }
        if (proven(errors, inspected, rate)) {
            return 0;
        }
        int low = inspected;
        int high = Math.max(inspected, 1);
        while (!proven(errors, high, rate)) {
            low = high;
            high = Math.multiplyExact(high, 2);
        }
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (proven(errors, middle, rate)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high - inspected;
    }

    private static boolean proven(int errors, int inspected, double rate) {
        // P(at most that many errors | rate) <= alpha, as a Beta tail: factorials overflow at a few thousand units
        return inspected > errors
                && BetaDistribution.of(errors + 1.0, inspected - errors).survivalProbability(rate) <= ALPHA;
    }

    private static double quantile(double p, int errors, int inspected) {
        if (inspected == errors) {
            return 1;
        }
        if (errors == 0) {
            return 1 - Math.pow(1 - p, 1.0 / inspected);
        }
        return BetaDistribution.of(errors + 1.0, inspected - errors).inverseCumulativeProbability(p);
    }
}
