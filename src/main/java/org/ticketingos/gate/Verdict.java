package org.ticketingos.gate;

import java.util.List;

/** Passed, or every reason why not. */
public record Verdict(List<String> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public boolean passed() {
        return reasons.isEmpty();
    }
}
