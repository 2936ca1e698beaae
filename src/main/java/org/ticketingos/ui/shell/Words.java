package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Status;

/** The field's words for what the code calls by constants. */
public final class Words {

    private Words() {}

    public static String of(Stage stage) {
        return say("shell.stage." + stage.name());
    }

    public static String of(Status status) {
        return say("shell.status." + status.name());
    }

    /** What a stage means to the client who waits. */
    public static String forClient(Stage stage) {
        return say("shell.stage-for-client." + stage.name());
    }

    public static String of(@Nullable ServiceLine line) {
        return say("shell.line." + (line == null ? "unknown" : line.code()));
    }

    /** What somebody is: our own roles, or what a client's person may do. */
    public static String roles(CurrentUser user) {
        return user.isClient()
                ? user.rights().roles().stream().sorted().map(Words::of).collect(Collectors.joining(", "))
                : user.roles().stream().map(one -> text(one.name())).sorted().collect(Collectors.joining(", "));
    }

    public static String of(ClientRole role) {
        return say("shell.client-role." + role.name());
    }

    public static Chip chip(Status status) {
        return chip(status, of(status));
    }

    /** The same to the client, who is "you". */
    public static Chip chipForClient(Status status) {
        return chip(status, status == Status.AWAITING_CLIENT ? say("shell.status.with-you") : of(status));
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
        return new Chip(text(priority.name()), tone(priority));
    }

    /** The same for a long list. */
    public static Cells.Pill pill(Priority priority) {
        return new Cells.Pill(null, text(priority.name()), tone(priority), "");
    }

    private static Tone tone(Priority priority) {
        return switch (priority) {
            case CRITICAL -> Tone.BAD;
            case HIGH -> Tone.WARN;
            case NORMAL, LOW -> Tone.PLAIN;
        };
    }

    /** {@code invoice-capture} and {@code PER_TRANSACTION} as people write them. */
    public static String text(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        String plain = code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ENGLISH);
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /** A queue as people call it; approvers of a client are the client to everybody else. */
    public static String queue(@Nullable String queue) {
        return queue != null && queue.startsWith("client:") ? "The client's approvers" : text(queue);
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
