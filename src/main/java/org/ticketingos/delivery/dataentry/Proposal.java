package org.ticketingos.delivery.dataentry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page seems to say for one field, and why.
 *
 * @param confidence 0 to 100; orders the agent's work, releases nothing by itself
 * @param evidence short facts for people
 * @param place where it stands; null when it was computed or remembered
 */
record Proposal(String value, int confidence, List<String> evidence, Row.@Nullable Place place) {

    /** From here on independent evidence (arithmetic, a check digit) stands behind the value. */
    static final int PROVEN = 95;

    /** A reader's letters alone, without anything that would notice a wrong one. */
    static final int UNPROVEN_READING = 45;

    Proposal {
        evidence = List.copyOf(evidence);
    }

    static Proposal of(String value, int confidence, Row.@Nullable Place place, String... evidence) {
        return new Proposal(value, confidence, List.of(evidence), place);
    }

    Proposal atMost(int limit, String because) {
        if (confidence <= limit) {
            return this;
        }
        return new Proposal(value, limit, with(because), place);
    }

    Proposal raised(int points, String because) {
        return new Proposal(value, Math.min(99, confidence + points), with(because), place);
    }

    private List<String> with(String fact) {
        List<String> all = new ArrayList<>(evidence);
        all.add(fact);
        return all;
    }
}
