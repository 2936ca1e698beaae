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
 * @param seq order of all messages; wall time is only for show
 * @param ticket null while kept aside, or for mail that is about no ticket
 * @param author mail address of a client's person, log-in name of ours
 * @param cc further mail addresses, separated by commas; may be empty
 * @param at when it came in or was written; for one HELD, when it will go
 * @param state RECEIVED, AUTO (came in, from a machine), HELD (can be taken back), QUEUED, SENT, FAILED
 * @param reason why it is on this ticket, why it is kept aside, or why it could not be delivered; may be empty
 * @param automatic written by a machine, theirs or ours
 * @param sender what speaks for and against who wrote; null for what is not mail
 */
public record Message(
        UUID id,
        long seq,
        @Nullable TicketId ticket,
        Direction direction,
        String channel,
        String author,
        String recipient,
        String cc,
        String subject,
        String text,
        Instant at,
        String state,
        List<DocumentRef> attachments,
        String reason,
        boolean automatic,
        @Nullable SenderTrust sender) {

    /** The mail had left, and the receiving side has reported that it did not arrive. */
    public boolean cameBack() {
        return state.equals("FAILED") && reason.startsWith(Bounces.CAME_BACK);
    }

    /** What the person wrote now, without older mail quoted below and without signature. */
    public String ownText() {
        return direction == Direction.IN ? NewText.of(text) : text;
    }
}
