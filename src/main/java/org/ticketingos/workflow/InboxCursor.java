package org.ticketingos.workflow;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.ticketingos.ticket.Page;

/** Where a page ended; opaque to callers. The last place is the step's id. */
record InboxCursor(List<String> places) {

    private static final String BETWEEN = "\u001f";

    static InboxCursor of(ResultSet row, InboxOrder order) throws SQLException {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < order.width(); i++) {
            places.add(row.getString("place_" + i));
        }
        places.add(row.getString("task_id"));
        return new InboxCursor(places);
    }

    String write(InboxOrder order) {
        String text = order.name() + BETWEEN + String.join(BETWEEN, places);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static InboxCursor read(String text, InboxOrder order) {
        try {
            List<String> parts = Arrays.asList(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1));
            if (parts.size() == order.width() + 2 && parts.get(0).equals(order.name()) && text.length() < 2000
                    && order.canHold(parts.subList(1, parts.size() - 1))) {
                return new InboxCursor(parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            throw Page.foreignMark();
        }
        throw Page.foreignMark();
    }
}
