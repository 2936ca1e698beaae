package org.ticketingos.workflow;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The orders a list of open steps may have; each is served by an index per queue. */
public enum InboxOrder {
    /** Breached first, then least time until the latest start, priority, age: service desk 3.3. */
    SLACK(List.of("band", "slack_at", "priority_rank", "received_at"),
            List.of("smallint", "timestamptz", "smallint", "timestamptz")),
    RECEIVED(List.of("received_at"), List.of("timestamptz")),
    DUE(List.of("coalesce(i.due_at, timestamptz '9999-01-01 00:00:00+00')"), List.of("timestamptz")),
    PRIORITY(List.of("priority_rank", "received_at"), List.of("smallint", "timestamptz")),
    CLIENT(List.of("client_name", "received_at"), List.of("text", "timestamptz")),
    NUMBER(List.of("number_value"), List.of("bigint"));

    private static final Map<String, Pattern> PLACE = Map.of(
            "smallint", Pattern.compile("-?\\d{1,4}"),
            "bigint", Pattern.compile("-?\\d{1,18}"),
            "timestamptz", Pattern.compile("\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?[+-]\\d\\d(:\\d\\d){0,2}"),
            "text", Pattern.compile(".*", Pattern.DOTALL));

    private final List<String> columns;
    private final List<String> types;

    InboxOrder(List<String> columns, List<String> types) {
        this.columns = columns.stream().map(column -> column.contains("(") ? column : "i." + column).toList();
        this.types = types;
    }

    /** What a row's place is made of, as selected beside the row: {@code place_0}, {@code place_1} and so on. */
    String places() {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            sql.append(", ").append(columns.get(i)).append(" as place_").append(i);
        }
        return sql.toString();
    }

    int width() {
        return columns.size();
    }

    /** Whether places taken from a page mark can be what the columns hold. */
    boolean canHold(List<String> places) {
        for (int i = 0; i < types.size(); i++) {
            if (!PLACE.get(types.get(i)).matcher(places.get(i)).matches()) {
                return false;
            }
        }
        return true;
    }

    String by(boolean backwards) {
        return columns.stream().map(column -> column + (backwards ? " desc, " : ", ")).collect(Collectors.joining())
                + "i.task_id" + (backwards ? " desc" : "");
    }

    String byPlace(boolean backwards) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            sql.append("place_").append(i).append(backwards ? " desc, " : ", ");
        }
        return sql + "task_id" + (backwards ? " desc" : "");
    }

    /** The rows after a place, with one parameter for each column and one for the step. */
    String after(boolean backwards) {
        String marks = types.stream().map(type -> "?::" + type + ", ").collect(Collectors.joining());
        return "(" + String.join(", ", columns) + ", i.task_id) " + (backwards ? "<" : ">") + " (" + marks + "?)";
    }
}
