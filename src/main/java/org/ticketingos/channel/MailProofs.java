package org.ticketingos.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what our own mail server found out about a mail: the header Authentication-Results, RFC 8601. */
final class MailProofs {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern RESULT = Pattern.compile("^\\s*(spf|dkim|dmarc)(?:/\\d+)?\\s*=\\s*([a-z]{3,12})\\b");
    private static final List<String> BEST_FIRST = List.of("pass", "neutral", "softfail", "temperror", "policy");

    private MailProofs() {}

    /**
     * Results by method. Only the topmost header with the name of our own server counts: whoever sends a mail can write
     * such a header, too.
     *
     * @param headers all of them, one in a line, the topmost first
     * @param server the name our server signs its findings with; empty: nobody is believed
     */
    static Map<String, String> of(String headers, String server) {
        return server.isBlank()
                ? Map.of()
                : headers.lines()
                        .map(MailProofs::bare)
                        .filter(header -> server.equalsIgnoreCase(signedBy(header)))
                        .findFirst()
                        .map(MailProofs::results)
                        .orElse(Map.of());
    }

    private static String bare(String header) {
        String text = header;
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = COMMENT.matcher(text).replaceAll(" ");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String signedBy(String header) {
        return header.split(";", 2)[0].strip().split("\\s+", 2)[0];
    }

    /** Of several signatures the best counts: one that holds proves as much as before. */
    private static Map<String, String> results(String header) {
        Map<String, String> results = new HashMap<>();
        String[] parts = header.split(";");
        for (int i = 1; i < parts.length; i++) {
            Matcher result = RESULT.matcher(parts[i]);
            if (result.find()) {
                results.merge(result.group(1), result.group(2), (a, b) -> rank(a) <= rank(b) ? a : b);
            }
        }
        return results;
    }

    private static int rank(String result) {
        int place = BEST_FIRST.indexOf(result);
        return place < 0 ? BEST_FIRST.size() : place;
    }
}
