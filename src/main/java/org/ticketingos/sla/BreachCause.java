package org.ticketingos.sla;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a promise was broken, as supervisors judge it in the form {@code sla-escalation-respond}. */
public enum BreachCause {
    VOLUME,
    ABSENCE,
    SKILL,
    CLIENT_LATE,
    PAPER,
    SYSTEM,
    OTHER;

    /** {@code CLIENT_LATE} is {@code client-late} in forms, rules and reports. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<BreachCause> of(String code) {
        return Arrays.stream(values()).filter(cause -> cause.code().equals(code)).findFirst();
    }
}
