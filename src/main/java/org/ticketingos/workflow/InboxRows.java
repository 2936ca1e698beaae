package org.ticketingos.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;

/** Maps rows of the table inbox_item. */
final class InboxRows {

    private static final TypeReference<Map<String, List<String>>> WORK = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private InboxRows() {}

    static InboxItem item(ResultSet row, int n) throws SQLException {
        String line = row.getString("line");
        return new InboxItem(
                row.getString("task_id"),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                new TicketNumber(row.getString("number")),
                new ClientId(row.getString("client_id")),
                row.getString("client_name"),
                row.getString("subject"),
                line == null ? "" : line,
                Priority.valueOf(row.getString("priority")),
                row.getString("step"),
                row.getString("name"),
                row.getString("form"),
                row.getString("queue"),
                row.getString("assignee"),
                instant(row, "due_at"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                new InboxItem.Standing(
                        instant(row, "start_by"),
                        row.getBoolean("breached"),
                        row.getBoolean("paused"),
                        row.getInt("p80_minutes")),
                new InboxItem.Details(
                        row.getString("category"),
                        row.getString("mood"),
                        row.getString("stage"),
                        row.getString("status"),
                        row.getString("owner"),
                        row.getString("channel"),
                        row.getString("requester"),
                        work(row.getString("work"))));
    }

    private static Map<String, List<String>> work(String text) {
        if (text.equals("{}")) {
            return Map.of();
        }
        try {
            return JSON.readValue(text, WORK);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable work of a step", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
