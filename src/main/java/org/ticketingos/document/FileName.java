package org.ticketingos.document;

import java.nio.charset.StandardCharsets;

/** What a sender called a file, made fit to be shown and saved. */
final class FileName {

    /** The longest name file systems take. */
    private static final int MOST_BYTES = 255;

    private FileName() {}

    /** Without path, control, direction and reserved characters; at most 255 bytes; never empty. */
    static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip()
                .replaceAll("^\\.+", "");
        return plain.isEmpty() ? "document" : cut(plain);
    }

    /** What of it the database can keep: everything but NUL. */
    static String original(String name) {
        return name.replace("\0", "\ufffd");
    }

    private static String cut(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while ((stem + ending).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }
}
