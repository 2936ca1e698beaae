package org.ticketingos.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of a scorecard: the weighted mean over what applies. A failed fatal item fails the whole, and the weighted
 * score is then kept apart and never averaged in.
 */
public final class ScoreFormula {

    /** Places kept of a score from 0 to 1. */
    private static final int PLACES = 6;

    private ScoreFormula() {}

    /** One question answered. */
    public record Answered(int weight, boolean fatal, Mark mark) {}

    /**
     * What a filled scorecard comes to.
     *
     * @param weighted 0 to 1 whether failed or not; null when nothing applied
     */
    public record Score(@Nullable BigDecimal weighted, boolean failed) {

        /** What counts in averages: 0 when failed, null when nothing applied. */
        public @Nullable BigDecimal counted() {
            return failed ? BigDecimal.ZERO : weighted;
        }
    }

    public static Score of(List<Answered> answers) {
        BigDecimal got = BigDecimal.ZERO;
        int possible = 0;
        boolean failed = false;
        for (Answered answer : answers) {
            BigDecimal share = answer.mark().share();
            if (share != null) {
                got = got.add(share.multiply(BigDecimal.valueOf(answer.weight())));
                possible += answer.weight();
                failed |= answer.fatal() && answer.mark() == Mark.NO;
            }
        }
        return new Score(
                possible == 0
                        ? null
                        : got.divide(BigDecimal.valueOf(possible), MathContext.DECIMAL64)
                                .setScale(PLACES, RoundingMode.HALF_UP),
                failed);
    }
}
