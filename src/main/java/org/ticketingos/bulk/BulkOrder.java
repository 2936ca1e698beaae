package org.ticketingos.bulk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketRefused;

/**
 * What is to be done to each step.
 *
 * @param to log-in name of who gets the steps that are handed over
 * @param text the note, or the reason of a withdrawal or of a changed priority
 * @param form values each step is completed with
 */
public record BulkOrder(
        BulkAct act, @Nullable String to, @Nullable Priority priority, @Nullable String text, Map<String, Object> form) {

    private static final int LONGEST = 10_000;

    public BulkOrder {
        if (text != null && text.length() > LONGEST) {
            throw new TicketRefused("The text is too long; at most %d characters.".formatted(LONGEST));
        }
        switch (act) {
            case HAND_OVER -> need(to, "Say who gets the steps.");
            case PRIORITY -> {
                need(priority == null ? null : priority.name(), "Say which priority the requests get.");
                need(text, "Say why the priority changes.");
            }
            case NOTE -> need(text, "The note is empty.");
            case WITHDRAW -> need(text, "Say why the requests are withdrawn.");
            case COMPLETE, TAKE, RELEASE -> {}
        }
    }

    public static BulkOrder of(BulkAct act) {
        return new BulkOrder(act, null, null, null, Map.of());
    }

    private static void need(@Nullable String value, String otherwise) {
        if (value == null || value.isBlank()) {
            throw new TicketRefused(otherwise);
        }
    }

    /** What is done, as the list of runs shows it. */
    String words() {
        return switch (act) {
            case HAND_OVER -> act.label() + " to " + to;
            case PRIORITY -> act.label() + " to " + priority;
            default -> act.label();
        };
    }
}
