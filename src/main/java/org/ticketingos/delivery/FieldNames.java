package org.ticketingos.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Field names as people read them, and the rows hidden in names such as {@code lines[2].amount}. */
public final class FieldNames {

    private static final Pattern ROW_FIELD = Pattern.compile("([a-zA-Z]+)\\[(\\d{1,4})]\\.([a-zA-Z]+)");

    private FieldNames() {}

    /** {@code documentNumber} is "Document number", {@code lines[2].amount} is "Line 2 amount". */
    public static String label(String field) {
        Matcher row = ROW_FIELD.matcher(field);
        if (row.matches()) {
            String one = row.group(1).replaceFirst("s$", "");
            return capital(one) + " " + row.group(2) + " " + words(row.group(3));
        }
        return capital(words(field));
    }

    /** The fields of the item itself, without those of rows. */
    static Map<String, String> plain(Map<String, String> fields) {
        Map<String, String> plain = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!ROW_FIELD.matcher(name).matches()) {
                plain.put(name, value);
            }
        });
        return plain;
    }

    /** The rows of the item, in order of their numbers. */
    static List<Map<String, String>> rows(Map<String, String> fields) {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        fields.forEach((name, value) -> {
            Matcher row = ROW_FIELD.matcher(name);
            if (row.matches()) {
                rows.computeIfAbsent(Integer.valueOf(row.group(2)), n -> new LinkedHashMap<>())
                        .put(row.group(3), value);
            }
        });
        return new ArrayList<>(rows.values());
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
