package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the rows of a list field out of what somebody typed. */
final class Rows {

    /** How an empty value is written where a form wants something to be typed. */
    static final String BLANK = "(blank)";

    private Rows() {}

    static List<Map<?, ?>> of(Map<String, Object> form, String list) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (form.get(list) instanceof List<?> typed) {
            for (Object row : typed) {
                rows.add(row instanceof Map<?, ?> columns ? columns : Map.of());
            }
        }
        return rows;
    }

    /** What stands in a column, trimmed; the empty string when nothing does. */
    static String text(Map<?, ?> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString().strip();
    }

    static String shown(String value) {
        return value.isEmpty() ? BLANK : value;
    }

    static String meant(String typed) {
        return typed.equalsIgnoreCase(BLANK) ? "" : typed;
    }
}
