package org.ticketingos.ticket;

import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * Which requests to list, newest first. Null means "any".
 *
 * @param words all of these words, by their beginnings, in number, subject, requester, messages
 * @param owner log-in name
 */
public record TicketQuery(
        @Nullable String words,
        @Nullable Stage stage,
        @Nullable Status status,
        @Nullable ServiceLine line,
        @Nullable ClientId client,
        @Nullable String owner) {

    public static final TicketQuery ALL = new TicketQuery(null, null, null, null, null, null);

    public static TicketQuery words(String words) {
        return new TicketQuery(words, null, null, null, null, null);
    }
}
