package org.ticketingos.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
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

    /** Whether the promise is shown at 95 % confidence. */
    public boolean proven() {
        return cleanUnitsMissing != null && cleanUnitsMissing == 0;
    }

    /** For example: 99.77 % shown; 0 errors in 1,285 fields; 212 more clean fields prove 99.8 %. */
    public String sentence() {
        String noun = unit.equals("DOCUMENT") ? "document" : "field";
        if (inspected == 0) {
            return "Nothing inspected yet, so nothing is shown" + stillMissing(noun) + ".";
        }
        return String.format(
                Locale.ENGLISH,
                "%s %% shown; %,d error%s in %,d %s%s%s.",
                shownPercent(),
                errors,
                errors == 1 ? "" : "s",
                inspected,
                noun,
                inspected == 1 ? "" : "s",
                stillMissing(noun));
    }

    private String stillMissing(String noun) {
        if (cleanUnitsMissing == null) {
            return "; no sample can prove " + percent(target) + " %";
        }
        return cleanUnitsMissing == 0
                ? "; " + percent(target) + " % is proven"
                : String.format(
                        Locale.ENGLISH,
                        "; %,d more clean %s%s prove%s %s %%",
                        cleanUnitsMissing,
                        noun,
                        cleanUnitsMissing == 1 ? "" : "s",
                        cleanUnitsMissing == 1 ? "s" : "",
                        percent(target));
    }

    /** Two places, rounded; but never up to a promise that is not proven. */
    private String shownPercent() {
        BigDecimal rounded = shown.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
        return !proven() && rounded.compareTo(target.movePointRight(2)) >= 0
                ? percent(shown)
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** Two places, rounded down, without idle zeros. */
    private static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).setScale(2, RoundingMode.DOWN).stripTrailingZeros();
        return percent.signum() == 0 ? "0" : percent.toPlainString();
    }

    /** A share at the places of {@link Proof}, rounded down: accuracy is never flattered. */
    static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), Proof.PLACES, RoundingMode.DOWN);
    }
}
