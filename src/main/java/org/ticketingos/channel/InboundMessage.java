package org.ticketingos.channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;

/**
 * What has arrived at the door, whatever it came through.
 *
 * @param channel {@code mail}, {@code api}, {@code portal}
 * @param externalId the channel's own id of it; the same id of the same client is the same message
 * @param client known because the door has checked who knocks (log-in, API key); null: found by the sender's address
 * @param from mail address or log-in name; empty when unknown
 * @param references Message-IDs this answers, the nearest first
 * @param headers of a mail, lower-case names, values of a repeated header joined by line breaks
 * @param line asked for explicitly; null lets triage decide
 */
public record InboundMessage(
        String channel,
        String externalId,
        @Nullable ClientId client,
        String from,
        String to,
        String subject,
        String text,
        List<Attachment> attachments,
        List<String> references,
        Map<String, String> headers,
        @Nullable ServiceLine line,
        @Nullable Priority priority,
        Instant receivedAt) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
