package org.ticketingos.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * What is known of a ticket at the door.
 *
 * @param kind {@link Ticket#REQUEST} or {@link Ticket#DEFECT}
 * @param requester name or address of who asked
 * @param line asked for explicitly (form, API); null lets triage decide
 */
public record NewTicket(
        ClientId client,
        String kind,
        @Nullable TicketId parent,
        String subject,
        String channel,
        String requester,
        @Nullable ServiceLine line,
        @Nullable Priority priority,
        Instant receivedAt) {

    public static NewTicket request(
            ClientId client, String subject, String channel, String requester, Instant receivedAt) {
        return new NewTicket(client, Ticket.REQUEST, null, subject, channel, requester, null, null, receivedAt);
    }
}
