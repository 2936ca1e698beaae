package org.ticketingos.quality;

import java.util.Locale;
import java.util.Optional;

/** Why a value was wrong: a fixed list of few, so that a Pareto chart says something. */
public enum Cause {
    MISTYPED("Mistyped"),
    MISREAD("Misread on the page"),
    OMITTED("Left out"),
    WRONG_FIELD("Typed into the wrong field"),
    GUIDELINE("Guideline not followed"),
    UNCLEAR_SOURCE("Source cannot be read clearly"),
    SPECIFICATION("Guideline itself is wrong"),
    NOT_STATED("Not stated by the client");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** {@code WRONG_FIELD} is {@code wrong-field} in forms and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Cause> find(String code) {
        for (Cause cause : values()) {
            if (cause.code().equals(code)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
