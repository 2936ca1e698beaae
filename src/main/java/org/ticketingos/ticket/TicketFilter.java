package org.ticketingos.ticket;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The conditions of a list of tickets as SQL, with their values. */
final class TicketFilter {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    static TicketFilter of(TicketQuery query, SearchText text) {
        TicketFilter filter = new TicketFilter();
        filter.same("stage", query.stage() == null ? null : query.stage().name());
        filter.same("status", query.status() == null ? null : query.status().name());
        filter.same("line", query.line() == null ? null : query.line().code());
        filter.same("client_id", query.client() == null ? null : query.client().value());
        filter.same("owner", query.owner());
        text.fields().forEach((field, value) -> filter.field(field, value, text));
        return filter;
    }

    private void field(String field, String value, SearchText text) {
        String low = value.toLowerCase(Locale.ROOT);
        switch (field) {
            case "client" -> {
                sql.append(" and t.client_id in (select c.id from client c where c.id = ? or lower(c.name) like ?)");
                values.addAll(List.of(low, beginning(low)));
            }
            case "status" -> status(low);
            case "from" -> and("lower(t.requester) like ?", "%" + beginning(low));
            case "line" -> and("t.line like ?", beginning(low));
            case "owner" -> owner(low, value);
            case "queue" -> and("t.queue = ?", low);
            case "stage" -> same("stage", constant(field, value, Stage.values()));
            case "priority" -> same("priority", constant(field, value, Priority.values()));
            case "before" -> and("t.received_at < ?", text.day(field).atStartOfDay().atOffset(ZoneOffset.UTC));
            case "after" -> and("t.received_at >= ?", text.day(field).plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            default -> throw new IllegalArgumentException(field);
        }
    }

    private void status(String value) {
        if (value.equals("open")) {
            sql.append(" and t.closed_at is null");
        } else if (value.equals("closed")) {
            sql.append(" and t.closed_at is not null");
        } else {
            same("status", constant("status", value, Status.values()));
        }
    }

    private void owner(String low, String value) {
        if (low.equals("none") || low.equals("nobody")) {
            sql.append(" and t.owner is null");
        } else {
            Authentication me = SecurityContextHolder.getContext().getAuthentication();
            same("owner", low.equals("me") && me != null ? me.getName() : value);
        }
    }

    private static String constant(String field, String value, Enum<?>[] all) {
        String name = value.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        if (Arrays.stream(all).noneMatch(one -> one.name().equals(name))) {
            throw new TicketRefused("After \"%s:\" can stand: %s%s.".formatted(
                    field,
                    field.equals("status") ? "open, " : "",
                    Arrays.stream(all).map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "))));
        }
        return name;
    }

    /** Signs of the pattern language stand for themselves. */
    private static String beginning(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private void same(String column, @Nullable String value) {
        if (value != null) {
            and("t." + column + " = ?", value);
        }
    }

    TicketFilter and(String condition, Object value) {
        sql.append(" and ").append(condition);
        values.add(value);
        return this;
    }

    void and(ListFilter.Condition condition) {
        sql.append(" and ").append(condition.sql());
        values.addAll(condition.values());
    }

    TicketFilter copy() {
        TicketFilter copy = new TicketFilter();
        copy.sql.append(sql);
        copy.values.addAll(values);
        return copy;
    }

    boolean narrows() {
        return !sql.isEmpty();
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values(@Nullable UUID before, int most) {
        List<Object> all = new ArrayList<>(values);
        if (before != null) {
            all.add(before);
        }
        all.add(most);
        return all;
    }
}
