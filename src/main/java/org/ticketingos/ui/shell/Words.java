package org.ticketingos.ui.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Status;

/** The field's words for what the code calls by constants. */
public final class Words {

    private Words() {}

    public static String of(Stage stage) {
        return switch (stage) {
            case REQUEST -> "Request";
            case CLASSIFY -> "Classify";
            case VALIDATE -> "Validate";
            case ASSIGN -> "Assign";
            case PROCESS -> "Process";
            case QUALITY_CHECK -> "Quality check";
            case DEFECT_LOGGING -> "Rework";
            case APPROVAL -> "Approval";
            case INVOICE_BILLING -> "Invoice & billing";
            case CLOSURE -> "Closure";
        };
    }

    public static String of(Status status) {
        return switch (status) {
            case NEW -> "New";
            case IN_PROGRESS -> "In progress";
            case AWAITING_CLIENT -> "With the client";
            case BILLING -> "Billing";
            case MERGED -> "Merged";
            case CLOSED -> "Closed";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /** What a stage means to the client who waits. */
    public static String forClient(Stage stage) {
        return switch (stage) {
            case REQUEST, CLASSIFY, VALIDATE -> "We have your request and are finding the right team.";
            case ASSIGN -> "We are giving it to the right person.";
            case PROCESS -> "Somebody is working on it.";
            case QUALITY_CHECK -> "The work is done and being checked.";
            case DEFECT_LOGGING -> "We found something to correct and are correcting it.";
            case APPROVAL -> "The work is ready for you to accept.";
            case INVOICE_BILLING -> "You accepted the work; the charge is being written.";
            case CLOSURE -> "Done. We would like to know how it was.";
        };
    }

    public static String of(@Nullable ServiceLine line) {
        return line == null ? "Not yet known" : line == ServiceLine.HR ? "HR" : line == ServiceLine.IT_HELPDESK
                ? "IT helpdesk" : text(line.code());
    }

    public static Chip chip(Status status) {
        return chip(status, of(status));
    }

    /** The same to the client, who is "you". */
    public static Chip chipForClient(Status status) {
        return chip(status, status == Status.AWAITING_CLIENT ? "With you" : of(status));
    }

    private static Chip chip(Status status, String words) {
        return new Chip(words, switch (status) {
            case NEW -> Tone.INFO;
            case IN_PROGRESS -> Tone.ACCENT;
            case AWAITING_CLIENT -> Tone.WARN;
            case BILLING -> Tone.INFO;
            case MERGED -> Tone.PLAIN;
            case CLOSED -> Tone.OK;
            case WITHDRAWN -> Tone.PLAIN;
        });
    }

    public static Chip chip(Priority priority) {
        return new Chip(text(priority.name()), switch (priority) {
            case CRITICAL -> Tone.BAD;
            case HIGH -> Tone.WARN;
            case NORMAL, LOW -> Tone.PLAIN;
        });
    }

    /** {@code invoice-capture} and {@code PER_TRANSACTION} as people write them. */
    public static String text(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        String plain = code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ENGLISH);
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /** {@code documentDate} as people write it: {@code Document date}. */
    public static String field(String key) {
        return text(key.replaceAll("([a-z0-9])([A-Z])", "$1-$2"));
    }

    /** {@code 1 field}, {@code 3 fields}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
