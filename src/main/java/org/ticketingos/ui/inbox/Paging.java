package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.IdentifierProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.Page;

/**
 * Feeds a list that scrolls without an end from pages that only know their successor. Nothing is counted and nothing
 * is loaded before it is looked at.
 */
public final class Paging<T> {

    private final BiFunction<@Nullable String, Integer, Page<T>> pages;
    /** Where the rows from a given offset on begin; the first page begins at no cursor. */
    private final TreeMap<Integer, String> cursors = new TreeMap<>();

    private Paging(BiFunction<@Nullable String, Integer, Page<T>> pages) {
        this.pages = pages;
    }

    /**
     * Lets a list show these pages.
     *
     * @param pages given a cursor (null for the start) and a size, a page of at most that size
     */
    public static <T> void feed(
            Grid<T> grid, BiFunction<@Nullable String, Integer, Page<T>> pages, IdentifierProvider<T> identity) {
        grid.setItems(new Paging<>(pages)::fetch).setIdentifierProvider(identity);
        // A list that is never counted does not pass this on, and a changed row would then be taken for another one.
        grid.getDataCommunicator().getKeyMapper().setIdentifierGetter(identity::apply);
    }

    private Stream<T> fetch(Query<T, Void> query) {
        int wanted = query.getOffset();
        int limit = query.getLimit();
        if (wanted == 0) {
            cursors.clear();
        }
        var before = cursors.floorEntry(wanted);
        int at = before == null ? 0 : before.getKey();
        String cursor = before == null ? null : before.getValue();
        while (at < wanted) {
            Page<T> skipped = pages.apply(cursor, wanted - at);
            at += skipped.items().size();
            cursor = skipped.next();
            if (cursor == null) {
                return Stream.empty();
            }
            cursors.put(at, cursor);
        }
        Page<T> page = pages.apply(cursor, limit);
        if (page.next() != null) {
            cursors.put(at + page.items().size(), page.next());
        }
        return page.items().stream();
    }
}
