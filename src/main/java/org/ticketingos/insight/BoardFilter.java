package org.ticketingos.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.ServiceLine;

/**
 * What part of the work the board shows; null is all of it.
 *
 * @param queue tickets with an open step in this queue
 */
public record BoardFilter(@Nullable ServiceLine line, @Nullable ClientId client, @Nullable String queue) {

    public static final BoardFilter ALL = new BoardFilter(null, null, null);

    /** A condition on tickets called {@code t}, beginning with "and"; empty for all. */
    String sql(List<Object> values) {
        List<String> parts = new ArrayList<>();
        if (line != null) {
            parts.add(" and t.line = ?");
            values.add(line.code());
        }
        if (client != null) {
            parts.add(" and t.client_id = ?");
            values.add(client.value());
        }
        if (queue != null) {
            parts.add(" and exists (select 1 from insight_step q where q.ticket_id = t.id and q.queue = ?)");
            values.add(queue);
        }
        return String.join("", parts);
    }

    /** The list of exactly the tickets a number of the board counts: its filters and more, as an address. */
    public String tickets(String... namesAndValues) {
        Map<String, String> address = new LinkedHashMap<>();
        if (line != null) {
            address.put("line", line.code());
        }
        if (client != null) {
            address.put("client", client.value());
        }
        if (queue != null) {
            address.put("queue", queue);
        }
        for (int n = 0; n < namesAndValues.length; n += 2) {
            address.put(namesAndValues[n], namesAndValues[n + 1]);
        }
        List<String> parts = new ArrayList<>();
        address.forEach((name, value) ->
                parts.add(name + "=" + java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return "tickets" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    public BoardFilter withoutQueue() {
        return new BoardFilter(line, client, null);
    }
}
