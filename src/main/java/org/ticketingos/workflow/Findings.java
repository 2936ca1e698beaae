package org.ticketingos.workflow;

import java.util.ArrayList;
import java.util.List;

/** Gathers what the rules find in one file. */
final class Findings {

    private final String file;
    private final List<Finding> all = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void identity(String element, String sentence) {
        all.add(new Finding(file, element, Finding.IDENTITY, sentence));
    }

    void binding(String element, String sentence) {
        all.add(new Finding(file, element, Finding.BINDING, sentence));
    }

    void incomplete(String element, String sentence) {
        all.add(new Finding(file, element, Finding.COMPLETENESS, sentence));
    }

    void unreadable(String element, String sentence) {
        all.add(new Finding(file, element, Finding.READABILITY, sentence));
    }

    void refused(String element, String sentence) {
        all.add(new Finding(file, element, Finding.ALLOW_LIST, sentence));
    }

    List<Finding> all() {
        return all.stream().distinct().toList();
    }
}
