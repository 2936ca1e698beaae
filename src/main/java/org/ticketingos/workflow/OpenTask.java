package org.ticketingos.workflow;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.Ticket;

/**
 * A human step with all a person needs to do it.
 *
 * @param content proposals, choices and evidence from the trade
 * @param draft what this person typed before and has not sent; empty when nothing
 * @param draftAt when it was typed; null when nothing was
 * @param mine whether the person asking has claimed it
 */
public record OpenTask(
        InboxItem item,
        Ticket ticket,
        Form form,
        FormFiller.Content content,
        Map<String, Object> draft,
        @Nullable Instant draftAt,
        boolean mine) {

    /** What the fields show first: the draft where there is one, else the proposals. */
    public Map<String, Object> values() {
        Map<String, Object> values = new java.util.HashMap<>(content.values());
        values.putAll(draft);
        return values;
    }
}
