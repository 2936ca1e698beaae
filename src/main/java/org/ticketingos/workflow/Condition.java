package org.ticketingos.workflow;

import java.util.List;

/**
 * What must hold of an open step for a view to show it. Written as JSON: {@code {"all": [..]}}, {@code {"any": [..]}},
 * {@code {"not": {..}}} or {@code {"field": "due", "op": "within", "values": ["4 hours"]}}.
 */
public sealed interface Condition {

    /** Every one of them; none at all is true. */
    record All(List<Condition> of) implements Condition {}

    /** At least one of them; none at all is false. */
    record Any(List<Condition> of) implements Condition {}

    record Not(Condition of) implements Condition {}

    /**
     * One comparison.
     *
     * @param field name of an {@link InboxField}, or {@code work.} and the name of a field of the recorded work
     * @param values what the operator compares with; {@code me} stands for whoever looks
     */
    record Test(String field, Op op, List<String> values) implements Condition {}

    /** How a field is compared. */
    enum Op {
        /** Is one of the values. */
        IS("is"),
        IS_NOT("is not"),
        CONTAINS("contains"),
        EMPTY("is empty"),
        /** A point in time not later than so long from now; what is past counts, too. */
        WITHIN("within"),
        /** A point in time before the beginning of a day: {@code today}, {@code yesterday}, {@code 2026-01-21}. */
        BEFORE("before"),
        /** A point in time on that day or later. */
        SINCE("since"),
        /** Lasts, or lies back, longer than a span such as {@code 2 days}. */
        LONGER_THAN("longer than"),
        SHORTER_THAN("shorter than"),
        MORE_THAN("more than"),
        LESS_THAN("less than");

        private final String words;

        Op(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
