package org.ticketingos.workflow;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which open steps to list, and in which order.
 *
 * @param view MINE: claimed by me; QUEUE: nobody's yet, in my queues; ALL: both, and what colleagues of my queues have;
 *     EVERY: all queues of the house, for supervisors
 * @param queue only this queue
 * @param line only this service line's code
 * @param client only this client's id
 * @param text part of number or subject
 * @param where what else must hold; it narrows what the view shows and never widens it
 * @param backwards last first
 * @param zone in which the days of conditions begin
 */
public record InboxFilter(
        View view,
        @Nullable String queue,
        @Nullable String line,
        @Nullable String client,
        @Nullable String text,
        @Nullable Condition where,
        InboxOrder order,
        boolean backwards,
        ZoneId zone) {

    public InboxFilter(
            View view, @Nullable String queue, @Nullable String line, @Nullable String client, @Nullable String text) {
        this(view, queue, line, client, text, null, InboxOrder.SLACK, false, ZoneOffset.UTC);
    }

    /** Whose steps. */
    public enum View {
        MINE,
        QUEUE,
        ALL,
        EVERY
    }

    public static InboxFilter of(View view) {
        return new InboxFilter(view, null, null, null, null);
    }

    public InboxFilter where(@Nullable Condition condition) {
        return new InboxFilter(view, queue, line, client, text, condition, order, backwards, zone);
    }

    public InboxFilter by(InboxOrder other, boolean last) {
        return new InboxFilter(view, queue, line, client, text, where, other, last, zone);
    }

    public InboxFilter in(ZoneId other) {
        return new InboxFilter(view, queue, line, client, text, where, order, backwards, other);
    }

    /** Whether anything narrows what the view shows. */
    public boolean narrows() {
        return queue != null || thins();
    }

    /** Whether rows of a view are left out that stand between others in its order. */
    boolean thins() {
        return line != null || client != null || words().isPresent() || where != null;
    }

    Optional<String> words() {
        return Optional.ofNullable(text).map(String::trim).filter(word -> !word.isEmpty());
    }
}
