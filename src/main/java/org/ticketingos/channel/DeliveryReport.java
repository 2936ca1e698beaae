package org.ticketingos.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server reports about a mail of ours (RFC 3464), gathered while its report is read. */
final class DeliveryReport {

    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([\\w-]+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*(\\d\\.\\d+\\.\\d+)");
    private static final Pattern ID = Pattern.compile("(?im)^[>\\s]*Message-ID:\\s*<([^<>\\s]{3,250})>");

    private final List<String> originals = new ArrayList<>();
    private String action = "";
    private String status = "";

    void status(String fields) {
        action = first(ACTION, fields, action).toLowerCase(Locale.ROOT);
        status = first(STATUS, fields, status);
    }

    /** Headers of the mail the report is about. */
    void original(String headers) {
        ID.matcher(headers).results().map(found -> found.group(1)).forEach(originals::add);
    }

    /** Message-IDs of the mail the report is about, as far as known. */
    List<String> originals() {
        return originals;
    }

    /** {@code failed}, {@code delayed}, ...; empty without a report. */
    String action() {
        return action;
    }

    /** Enhanced status code such as {@code 5.1.1}; empty when unknown. */
    String status() {
        return status;
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : otherwise;
    }
}
