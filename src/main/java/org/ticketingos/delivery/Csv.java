package org.ticketingos.delivery;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated rows as of RFC 4180; a cell that a spreadsheet would take for a formula is written as text. */
public final class Csv {

    private Csv() {}

    public static String of(List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(line(header));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String value) {
        boolean number = value.matches("-?\\d+(\\.\\d+)?");
        String safe = !number && value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
