package org.ticketingos.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which open steps to list.
 *
 * @param view MINE: claimed by me; QUEUE: nobody's yet, in my queues; ALL: both
 * @param queue only this queue
 * @param line only this service line's code
 * @param client only this client's id
 * @param text part of number or subject
 */
public record InboxFilter(
        View view, @Nullable String queue, @Nullable String line, @Nullable String client, @Nullable String text) {

    /** Whose steps. */
    public enum View {
        MINE,
        QUEUE,
        ALL
    }

    public static InboxFilter of(View view) {
        return new InboxFilter(view, null, null, null, null);
    }

    Optional<String> words() {
        return Optional.ofNullable(text).map(String::trim).filter(word -> !word.isEmpty());
    }
}
