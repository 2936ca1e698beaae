package org.ticketingos.upload;

import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;

/**
 * What is asked for with the files.
 *
 * @param channel {@code portal} or {@code api}
 * @param key the same key of the same person is the same upload
 * @param requester log-in name or mail address of who asks
 * @param line null lets triage decide
 */
public record NewUpload(
        ClientId client,
        String channel,
        String key,
        String requester,
        String subject,
        String text,
        @Nullable ServiceLine line,
        @Nullable Priority priority) {}
