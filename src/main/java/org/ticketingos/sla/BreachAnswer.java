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
        String action = FormText.of(form, "action");
        if (action.isEmpty()) {
            throw new TicketRefused("Say what is done about the breach.");
        }
        String owner = FormText.of(form, "newOwner");
        return new BreachAnswer(
                BreachCause.of(FormText.of(form, "cause"))
                        .orElseThrow(() -> new TicketRefused("Choose the cause of the breach from the list.")),
                action,
                owner.isEmpty() ? null : owner);
    }
}
