package org.ticketingos.quality;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer to one question of a scorecard. */
public enum Mark {
    YES("Yes", BigDecimal.ONE),
    PARTLY("Partly", new BigDecimal("0.5")),
    NO("No", BigDecimal.ZERO),
    NA("Does not apply", null);

    private final String label;
    private final @Nullable BigDecimal share;

    Mark(String label, @Nullable BigDecimal share) {
        this.label = label;
        this.share = share;
    }

    public String label() {
        return label;
    }

    /** How much of the weight it earns; null takes the weight out. */
    public @Nullable BigDecimal share() {
        return share;
    }

    /** {@code PARTLY} is {@code partly} in forms and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mark> find(String code) {
        for (Mark mark : values()) {
            if (mark.code().equals(code)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
