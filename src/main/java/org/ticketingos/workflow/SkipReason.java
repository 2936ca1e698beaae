package org.ticketingos.workflow;

/** Why somebody does not do the step that was offered; supervisors read these. */
public enum SkipReason {
    SKILL("I do not know how to do this"),
    LANGUAGE("I do not speak the language"),
    CONFLICT("I know the people concerned: a conflict of interest"),
    BLOCKED("It cannot be done before something else happens"),
    SHIFT_ENDS("My shift ends before it can be done"),
    OTHER("Something else; the note says what");

    private final String label;

    SkipReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
