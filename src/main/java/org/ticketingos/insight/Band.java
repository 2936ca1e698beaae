package org.ticketingos.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the most pressing of a ticket's open clocks stands. Each open ticket is in exactly one band. */
public enum Band {

    /** A running clock is past its target. */
    BREACHED("Breached", "t.clock_due <= ?"),

    /** None is past its target, one is past its warning time. */
    WARNING("Warning", "t.clock_due > ? and t.clock_warn <= ?"),

    /** Clocks run, and none is past its warning time. */
    IN_TIME("In time", "t.clock_due > ? and (t.clock_warn is null or t.clock_warn > ?)"),

    /** No clock runs and one is paused. */
    PAUSED("Paused", "t.clock_due is null and t.clock_paused"),

    /** No clock runs or is paused: before the contract is known, or all promises are kept or missed. */
    NO_CLOCK("No clock", "t.clock_due is null and not t.clock_paused");

    private final String words;
    private final String condition;

    Band(String words, String condition) {
        this.words = words;
        this.condition = condition;
    }

    public String words() {
        return words;
    }

    /** {@code in-time}, as in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Band> of(String code) {
        return Arrays.stream(values()).filter(band -> band.code().equals(code)).findFirst();
    }

    /** On a ticket {@code t}; a question mark is now. */
    String condition() {
        return condition;
    }

    int marks() {
        return (int) condition.chars().filter(sign -> sign == '?').count();
    }
}
