package org.ticketingos.gate;

import java.util.List;

/** Rules that cannot be compiled; those that ran before go on. */
public class BrokenRules extends IllegalArgumentException {

    private final transient List<String> errors;

    BrokenRules(String gate, List<String> errors) {
        super("The rules of " + gate + " cannot be used: " + String.join(" ", errors));
        this.errors = List.copyOf(errors);
    }

    /** One sentence per error, with its line. */
    public List<String> errors() {
        return errors;
    }
}
