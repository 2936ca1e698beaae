package org.ticketingos.sla;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketRefused;

/**
 * What a supervisor typed into the form {@code sla-escalation-respond}.
 *
 * @param action what is done about it
 * @param newOwner log-in name; null keeps the owner
 */
record BreachAnswer(BreachCause cause, String action, @Nullable String newOwner) {

    static BreachAnswer of(Map<String, Object> form) {
        String action = text(form, "action");
        if (action.isEmpty()) {
            throw new TicketRefused("Say what is done about the breach.");
        }
        String owner = text(form, "newOwner");
        return new BreachAnswer(
                BreachCause.of(text(form, "cause"))
                        .orElseThrow(() -> new TicketRefused("Choose the cause of the breach from the list.")),
                action,
                owner.isEmpty() ? null : owner);
    }

    private static String text(Map<String, Object> form, String key) {
        Object value = form.get(key);
        return value == null ? "" : value.toString().trim();
    }
}
