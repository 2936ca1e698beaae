package org.ticketingos.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows what a human step's form shows before anybody has typed, and what only the trade can check in it. */
public interface FormFiller {

    /** Id of the form, for example {@code data-entry-validate-fields}. */
    String form();

    Content fill(TicketId ticket);

    /** What a field takes from words read on a page, as the trade writes it. */
    default String value(TicketId ticket, String field, String words) {
        return words;
    }

    /** Findings beyond the form's own rules, by field key (in a list: {@code items[2].value}); empty when all is well. */
    default Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        return Map.of();
    }

    /** Whether several people are asked together: then nobody holds the step alone. */
    default boolean isShared(TicketId ticket) {
        return false;
    }

    /**
     * Takes one person's checked answer; false while the step still waits for others.
     *
     * @param actor log-in name, or who the signed link was for
     */
    default boolean take(TicketId ticket, Map<String, Object> form, String actor) {
        return true;
    }

    /** Why this person may not do the step, however the form is filled: in a sentence; empty when nothing speaks against it. */
    default Optional<String> refuses(TicketId ticket, String login) {
        return Optional.empty();
    }

    /**
     * What to show.
     *
     * @param values by field key; for a list field a {@code List<Map<String, Object>>}
     * @param options choices known only now, by field key: value to label, in order
     * @param hints why a value is proposed, by field key
     * @param documents ids of stored documents to show beside the form
     */
    record Content(
            Map<String, Object> values,
            Map<String, Map<String, String>> options,
            Map<String, Hint> hints,
            List<String> documents) {

        public static Content of(Map<String, Object> values) {
            return new Content(values, Map.of(), Map.of(), List.of());
        }
    }

    /**
     * Evidence behind one proposed value.
     *
     * @param confidence 0 to 100
     * @param evidence short facts such as "adds up" or "seen 7 times here"
     * @param box where on the page it stands; null when typed or computed
     * @param candidates what may be meant instead, the proposed value first; at most nine
     */
    record Hint(int confidence, List<String> evidence, @Nullable Box box, List<Candidate> candidates) {

        public Hint(int confidence, List<String> evidence, @Nullable Box box) {
            this(confidence, evidence, box, List.of());
        }
    }

    /**
     * A value that may be meant instead, for example another amount of the page.
     *
     * @param why short fact such as {@code after "sub total"}
     */
    record Candidate(String value, String why, @Nullable Box box) {}

    /** A rectangle on a page; x, y, width and height are fractions of the page from its top left corner. */
    record Box(String document, int page, double x, double y, double width, double height) {}
}
