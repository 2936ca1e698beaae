package org.ticketingos.channel;

import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/**
 * A message under screening.
 *
 * @param sender the client whose person writes; null when unknown
 * @param ticket the ticket it would join; null when it would open one
 */
record Incoming(InboundMessage message, @Nullable ClientId sender, @Nullable TicketId ticket) {

    String header(String name) {
        return message.header(name);
    }
}
