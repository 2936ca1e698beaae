package org.ticketingos.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the most pressing of a ticket's open clocks stands. Each open ticket is in exactly one band. */
public enum Band {

    /** A running clock is past its target. */
    BREACHED("Breached", "w.due <= ?"),

    /** None is past its target, one is past its warning time. */
    WARNING("Warning", "w.due > ? and w.warn <= ?"),

    /** Clocks run, and none is past its warning time. */
    IN_TIME("In time", "w.due > ? and (w.warn is null or w.warn > ?)"),

    /** No clock runs and one is paused. */
    PAUSED("Paused", "w.due is null and w.paused"),

    /** No clock runs or is paused: before the contract is known, or all promises are kept or missed. */
    NO_CLOCK("No clock", "w.due is null and w.paused is not true");

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

    /** On the columns due, warn and paused of {@code w}; a question mark is now. */
    String condition() {
        return condition;
    }

    int marks() {
        return (int) condition.chars().filter(sign -> sign == '?').count();
    }
}
