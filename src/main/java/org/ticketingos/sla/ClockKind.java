package org.ticketingos.sla;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is promised (SLA-4). */
public enum ClockKind implements NamedClock {

    /** Until a person has answered for the first time; an automatic answer does not count. */
    FIRST_RESPONSE("First response"),

    /** From a client's message until a person has answered it; starts afresh with each. */
    NEXT_UPDATE("Next update"),

    /** Until the work is accepted: the turnaround. Goes on, not afresh, after a reopening. */
    RESOLUTION("Turnaround");

    private final String label;

    ClockKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** {@code FIRST_RESPONSE} is {@code first-response} in events, lists and the API. */
    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ClockKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    @Override
    public boolean startsAfresh() {
        return this == NEXT_UPDATE;
    }
}
