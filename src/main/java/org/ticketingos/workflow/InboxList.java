package org.ticketingos.workflow;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;

/** Reads open human steps, least time left first, page by page along an index. */
@Component
class InboxList {

    private static final String COLUMNS = """
            select i.*, t.number, t.subject, t.line, t.priority, t.received_at, c.name as client_name
            from inbox_item i join ticket t on t.id = i.ticket_id join client c on c.id = i.client_id
            """;

    private final JdbcClient jdbc;

    InboxList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Each queue, and what is mine, is read along its own index and only as far as the page needs; together they are a
     * few rows to sort, however many are open.
     */
    Page<InboxItem> page(InboxFilter filter, CurrentUser who, @Nullable String cursor, int limit) {
        List<Object> conditions = new ArrayList<>();
        String narrowed = narrowed(filter, cursor == null ? null : Cursor.read(cursor), conditions);
        List<String> sources = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (filter.view() != InboxFilter.View.QUEUE) {
            source(sources, values, "i.assignee = ?", List.of(who.login()), narrowed, conditions, limit);
        }
        for (String queue : filter.view() == InboxFilter.View.MINE ? Set.<String>of() : who.groups()) {
            if (filter.view() == InboxFilter.View.QUEUE) {
                source(sources, values, "i.assignee is null and i.queue = ?", List.of(queue), narrowed, conditions, limit);
            } else {
                source(
                        sources,
                        values,
                        "i.queue = ? and i.assignee is distinct from ?",
                        List.of(queue, who.login()),
                        narrowed,
                        conditions,
                        limit);
            }
        }
        if (sources.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        values.add(limit + 1);
        List<Row> rows = jdbc.sql("select * from (" + String.join(" union all ", sources)
                        + ") found order by sort_at, task_id limit ?")
                .params(values)
                .query((row, n) -> new Row(item(row), row.getTimestamp("sort_at").toInstant()))
                .list();
        List<InboxItem> items = rows.stream().limit(limit).map(Row::item).toList();
        String next = rows.size() <= limit
                ? null
                : new Cursor(rows.get(limit - 1).sortAt(), rows.get(limit - 1).item().taskId()).write();
        return new Page<>(items, next);
    }

    private static void source(
            List<String> sources,
            List<Object> values,
            String whose,
            List<Object> whoseValues,
            String narrowed,
            List<Object> conditions,
            int limit) {
        sources.add("(" + COLUMNS + "where " + whose + narrowed + " order by i.sort_at, i.task_id limit ?)");
        values.addAll(whoseValues);
        values.addAll(conditions);
        values.add(limit + 1);
    }

    private static String narrowed(InboxFilter filter, @Nullable Cursor after, List<Object> values) {
        StringBuilder sql = new StringBuilder(" and i.snoozed_until is null");
        narrow(sql, values, "i.queue = ?", filter.queue());
        narrow(sql, values, "t.line = ?", filter.line());
        narrow(sql, values, "i.client_id = ?", filter.client());
        filter.words().ifPresent(word -> {
            sql.append(" and (t.number ilike ? or t.subject ilike ?)");
            String pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            values.add(pattern);
            values.add(pattern);
        });
        if (after != null) {
            sql.append(" and (i.sort_at, i.task_id) > (?, ?)");
            values.add(Timestamp.from(after.sortAt()));
            values.add(after.taskId());
        }
        return sql.toString();
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    Optional<InboxItem> find(String taskId) {
        return jdbc.sql(COLUMNS + "where i.task_id = ?")
                .param(taskId)
                .query((row, n) -> item(row))
                .optional();
    }

    List<InboxItem> of(TicketId ticket) {
        return jdbc.sql(COLUMNS + "where i.ticket_id = ? order by i.created_at")
                .param(ticket.value())
                .query((row, n) -> item(row))
                .list();
    }

    private static InboxItem item(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
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
                due == null ? null : due.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("received_at").toInstant());
    }

    private record Row(InboxItem item, Instant sortAt) {}

    /** Where a page ended; opaque to callers. */
    private record Cursor(Instant sortAt, String taskId) {

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((sortAt + "|" + taskId).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
                return new Cursor(Instant.parse(parts[0]), parts[1]);
            } catch (IllegalArgumentException | java.time.DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new TicketRefused("This page mark is not one of ours. Start again from the first page.");
            }
        }
    }
}
