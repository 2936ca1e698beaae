package org.ticketingos.sla;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Why a promise was broken, as supervisors judge it. */
public enum BreachCause {
    CAPACITY("Too few people on shift"),
    SKILL("Nobody with the skill"),
    CLIENT_LATE("Client answered late"),
    UNCLEAR_REQUEST("Request was unclear"),
    REWORK("Work had to be done again"),
    SYSTEM("A system failed"),
    OTHER("Something else");

    private final String label;

    BreachCause(String label) {
        this.label = label;
    }

    /** {@code CLIENT_LATE} is {@code client-late} in forms and rules. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** Code to label, in order. */
    static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (BreachCause cause : values()) {
            choices.put(cause.code(), cause.label);
        }
        return choices;
    }
}
