package org.ticketingos.workflow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.workflow.InboxFilter.View;

/**
 * A saved way to look at open steps. It narrows what its reader may see and never widens it.
 *
 * @param id null for the views of the house
 * @param code name in the address bar: of the house's own words, else the id
 * @param columns codes of what the list shows, {@code work.} and a field's name for values of the work
 * @param sharedRole role whose people see it, too
 * @param sharedQueue queue whose people see it, too
 */
public record SavedView(
        @Nullable UUID id,
        String code,
        String owner,
        String name,
        View whose,
        @Nullable Condition condition,
        InboxOrder order,
        boolean backwards,
        List<String> columns,
        @Nullable String sharedRole,
        @Nullable String sharedQueue) {

    /** What a list shows unless its view says otherwise. */
    public static final List<String> USUAL_COLUMNS =
            List.of("number", "subject", "step", "line", "priority", "left", "waiting", "holder");

    static SavedView ofTheHouse(String code, String name, View whose, @Nullable Condition condition) {
        return new SavedView(
                null, code, "", name, whose, condition, InboxOrder.SLACK, false, USUAL_COLUMNS, null, null);
    }

    public boolean isOfTheHouse() {
        return id == null;
    }

    public boolean isShared() {
        return sharedRole != null || sharedQueue != null;
    }

    public InboxFilter filter() {
        return InboxFilter.of(whose).where(condition).by(order, backwards);
    }
}
