package org.ticketingos.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/**
 * A session in which several reviewers judge the same work blind, compare, and agree.
 *
 * @param sampleKey with it and the population anybody repeats the draw; items chosen by hand have none (empty)
 * @param closedAt when everybody was in, or the leader ended it; only from then on answers are shown
 */
public record Calibration(
        UUID id,
        ClientId client,
        String line,
        String title,
        String leader,
        String sampleKey,
        int population,
        String populationHash,
        Instant openedAt,
        @Nullable Instant closedAt,
        String note,
        List<Rater> raters,
        List<Item> items) {

    /** Somebody asked to judge. */
    public record Rater(String login, @Nullable Instant finishedAt) {}

    /** One piece of work, named by its number in the session only. */
    public record Item(UUID id, int position, TicketId ticket, List<Point> points) {}

    /**
     * One thing to judge: a keyed field (right or wrong) or a question of the scorecard.
     *
     * @param topic under which guidance is kept
     */
    public record Point(
            UUID id, Kind kind, String topic, String label, String value, String guidance, int weight, boolean fatal) {

        /** What can be answered, code to words, in order. */
        public java.util.Map<String, String> choices() {
            java.util.Map<String, String> choices = new java.util.LinkedHashMap<>();
            if (kind == Kind.FIELD) {
                choices.put("right", "Right");
                choices.put("wrong", "Wrong");
            } else {
                for (Mark mark : Mark.values()) {
                    choices.put(mark.code(), mark.label());
                }
            }
            return choices;
        }
    }

    /** What a point is. */
    public enum Kind {
        FIELD,
        QUESTION
    }

    public boolean closed() {
        return closedAt != null;
    }

    public Optional<Rater> rater(String login) {
        return raters.stream().filter(one -> one.login().equals(login)).findFirst();
    }

    public long finished() {
        return raters.stream().filter(one -> one.finishedAt() != null).count();
    }
}
