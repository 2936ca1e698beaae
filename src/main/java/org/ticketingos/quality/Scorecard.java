package org.ticketingos.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * One version of the questions a review answers for a client's line. Once in force it never changes, so that an old
 * score can always be repeated.
 *
 * @param activeFrom since when reviews use it; null while it is a draft
 * @param activeUntil when a newer version took over; null while it holds
 * @param activatedBy a second person, never who drafted it
 */
public record Scorecard(
        UUID id,
        ClientId client,
        String line,
        int version,
        String name,
        String draftedBy,
        @Nullable Instant activeFrom,
        @Nullable Instant activeUntil,
        @Nullable String activatedBy,
        List<Question> questions) {

    /**
     * One question.
     *
     * @param code names the same question in every version
     * @param guidance how to answer it
     * @param weight 0 to 100; its share of the sum of what applies
     * @param fatal for whom a "no" is critical, which fails the whole; null when it is not
     */
    public record Question(
            UUID id, String code, String text, String guidance, int weight, @Nullable Track fatal) {

        /** A question that is not stored yet. */
        public static Question of(String code, String text, String guidance, int weight, @Nullable Track fatal) {
            return new Question(UUID.randomUUID(), code.isBlank() ? UUID.randomUUID().toString() : code,
                    text.strip(), guidance.strip(), weight, fatal);
        }
    }

    public boolean draft() {
        return activeFrom == null;
    }

    public boolean inForce() {
        return activeFrom != null && activeUntil == null;
    }

    public String state() {
        return draft() ? "Draft" : inForce() ? "In force" : "Replaced";
    }
}
