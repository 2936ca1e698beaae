package org.ticketingos.ui.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ticketingos.quality.ScoreFormula.Score;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Tone;

/** Numbers of quality in words: a percentage never stands without what it is of. */
final class Figures {

    private Figures() {}

    static String percent(@Nullable BigDecimal share) {
        return share == null
                ? "–"
                : share.movePointRight(2).setScale(2, RoundingMode.DOWN).stripTrailingZeros().toPlainString() + " %";
    }

    static String coefficient(@Nullable Double value) {
        return value == null || value.isNaN() ? "–" : String.format(Locale.ENGLISH, "%.3f", value);
    }

    /** A failed scorecard shows its weighted score in grey, never as the result. */
    static Chip chip(@Nullable Score score) {
        if (score == null) {
            return new Chip("No scorecard", Tone.PLAIN);
        }
        if (score.failed()) {
            return new Chip("Failed (weighted " + percent(score.weighted()) + ")", Tone.BAD);
        }
        return score.weighted() == null
                ? new Chip("Nothing applied", Tone.PLAIN)
                : new Chip("Score " + percent(score.weighted()), Tone.ACCENT);
    }
}
