package org.ticketingos.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.TicketId;

/**
 * One message of a conversation.
 *
 * @param ticket null while kept aside, or for mail that is about no ticket
 * @param author mail address of a client's person, log-in name of ours
 * @param state RECEIVED, AUTO (came in, from a machine), QUEUED, SENT, FAILED
 * @param reason why it is on this ticket, why it is kept aside, or why it could not be delivered; may be empty
 */
public record Message(
        UUID id,
        @Nullable TicketId ticket,
        Direction direction,
        String channel,
        String author,
        String recipient,
        String subject,
        String text,
        Instant at,
        String state,
        List<DocumentRef> attachments,
        String reason) {}
