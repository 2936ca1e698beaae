package org.ticketingos.upload;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketNumber;

/**
 * What a client hands in at one go.
 *
 * @param requester log-in name or mail address of who asks for the work
 * @param ticket the request it became; null while it is being collected
 * @param taken files taken in
 * @param known files that had reached us before and were not taken again
 */
public record Upload(
        UUID id,
        ClientId client,
        String requester,
        String subject,
        Instant at,
        @Nullable TicketNumber ticket,
        @Nullable Instant sentAt,
        int taken,
        int known) {

    public boolean isSent() {
        return ticket != null;
    }
}
