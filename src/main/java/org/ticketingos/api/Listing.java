package org.ticketingos.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.Page;

/**
 * A page of a list.
 *
 * @param next send it as {@code after} to get the following page; null on the last
 */
record Listing<T>(List<T> items, @Nullable String next) {

    static <S, T> Listing<T> of(Page<S> page, Function<S, T> show) {
        return new Listing<>(page.items().stream().map(show).toList(), page.next());
    }

    static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, null);
    }
}
