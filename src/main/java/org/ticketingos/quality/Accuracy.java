package org.ticketingos.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the random sample shows about one client's line: never a percentage without its n and its bound (GATE-1).
 *
 * @param unit FIELD or DOCUMENT
 * @param point right units of those inspected, 0 to 1; null while nothing was inspected
 * @param shown accuracy that holds with one-sided 95 % confidence
 * @param cleanUnitsMissing units without an error still to be seen until the target is proven; null when no sample can
 */
public record Accuracy(
        String unit,
        int inspected,
        int errors,
        @Nullable BigDecimal point,
        BigDecimal shown,
        BigDecimal target,
        @Nullable Integer cleanUnitsMissing) {

    static Accuracy of(String unit, int inspected, int errors, BigDecimal target) {
        return new Accuracy(
                unit,
                inspected,
                errors,
                inspected == 0 ? null : share(inspected - errors, inspected),
                BigDecimal.ONE.subtract(Proof.upperError(errors, inspected)),
                target,
                target.compareTo(BigDecimal.ONE) < 0 ? Proof.cleanUnitsMissing(errors, inspected, target) : null);
    }

    /** A share at the places of {@link Proof}, rounded down: accuracy is never flattered. */
    static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), Proof.PLACES, RoundingMode.DOWN);
    }
}
