package org.ticketingos.channel;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of one mail in readable text, lower-case names. */
final class MailHeaders {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),:;\\[\\]@]+@[^\\s<>\"(),:;\\[\\]@]+");
    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{3,250})>");
    private static final int SUBJECT_MAX = 250;
    private static final int VALUE_MAX = 8_000;
    private static final int REFERENCES_MAX = 100;

    private final Map<String, String> values;

    private MailHeaders(Map<String, String> values) {
        this.values = values;
    }

    static MailHeaders of(MimeMessage mail) throws MessagingException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            String name = header.getName().toLowerCase(Locale.ROOT).trim();
            String value = header.getValue() == null ? "" : decoded(header.getValue()).trim();
            values.merge(name, value, (a, b) -> a.length() > VALUE_MAX ? a : a + "\n" + b);
        }
        return new MailHeaders(values);
    }

    Map<String, String> all() {
        return values;
    }

    String first(String name) {
        return values.getOrDefault(name, "").lines().findFirst().orElse("");
    }

    String subject() {
        return PlainText.line(first("subject"), SUBJECT_MAX);
    }

    /** The address of who wrote, or the empty string. */
    String from() {
        for (String name : List.of("from", "sender")) {
            String found = address(first(name));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    static String address(String text) {
        Matcher inBrackets = Pattern.compile("<\\s*(" + ADDRESS.pattern() + ")\\s*>").matcher(text);
        if (inBrackets.find()) {
            return inBrackets.group(1);
        }
        Matcher bare = ADDRESS.matcher(text);
        return bare.find() ? bare.group() : "";
    }

    String messageId() {
        List<String> ids = ids(first("message-id"));
        return ids.isEmpty() ? "" : ids.get(0);
    }

    /** What this mail answers, the nearest first. */
    List<String> references() {
        Set<String> references = new LinkedHashSet<>(ids(values.getOrDefault("in-reply-to", "")));
        List<String> chain = new ArrayList<>(ids(values.getOrDefault("references", "")));
        Collections.reverse(chain);
        references.addAll(chain);
        return references.stream().limit(REFERENCES_MAX).toList();
    }

    static List<String> ids(String text) {
        return MESSAGE_ID.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Encoded words decoded; bytes that should have been encoded read in the charset they are really in. */
    static String decoded(String raw) {
        String unfolded = MimeUtility.unfold(raw);
        boolean bytes = unfolded.chars().anyMatch(c -> c > 0x7f) && unfolded.chars().allMatch(c -> c <= 0xff);
        String text = bytes ? PlainText.decode(unfolded.getBytes(StandardCharsets.ISO_8859_1), null) : unfolded;
        try {
            return MimeUtility.decodeText(text);
        } catch (UnsupportedEncodingException unknownCharset) {
            return text;
        }
    }
}
