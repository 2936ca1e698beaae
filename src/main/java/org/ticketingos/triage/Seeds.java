package org.ticketingos.triage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The sentences every client starts with, written for this product: requests, what is none of ours, and moods. */
final class Seeds {

    /** Line and category of sentences that are nobody's request. */
    static final String NONE = "none";

    private Seeds() {}

    /** One sentence; line is empty for moods. */
    record Seed(String line, String label, String text) {}

    static List<Seed> requests() {
        return read("/triage/seeds.tsv", 3).stream()
                .map(row -> new Seed(row[0], row[1], row[2]))
                .toList();
    }

    static List<Seed> moods() {
        return read("/triage/moods.tsv", 2).stream()
                .map(row -> new Seed("", row[0], row[1]))
                .toList();
    }

    private static List<String[]> read(String name, int columns) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = Seeds.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split("\t");
                if (row.length != columns) {
                    throw new IllegalStateException(name + " has a row without " + columns + " columns: " + line);
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
