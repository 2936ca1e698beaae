package org.ticketingos.bulk;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of a run as a file for a spreadsheet. */
public final class BulkCsv {

    private BulkCsv() {}

    public static String of(BulkRun run) {
        return Stream.concat(
                        Stream.of("ticket,client,step,done,result"),
                        run.rows().stream().map(row -> Stream.of(
                                        row.number(), row.client().value(), row.step(), row.done() ? "yes" : "no",
                                        row.sentence())
                                .map(BulkCsv::cell)
                                .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Text that a spreadsheet would take for a formula is marked as text. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
