package org.ticketingos.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param next cursor of the following page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** What to answer to a cursor that no list of ours has given. */
    public static TicketRefused foreignMark() {
        return new TicketRefused("This page mark is not one of ours. Start again from the first page.");
    }
}
