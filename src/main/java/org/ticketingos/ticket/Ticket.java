package org.ticketingos.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * One piece of work a client has asked for, as it stands now.
 *
 * @param line null until triage has said what it is
 * @param category what exactly is asked for, within the line
 * @param mood what triage heard in the words: calm, worried, angry
 * @param owner log-in name of the one person it belongs to now; null while only a queue holds it
 * @param nextAction what happens next, in one sentence for people
 * @param assignmentReason why this owner or queue, in one sentence
 * @param openUntil last instant a reply reopens it; null while it is open
 * @param version counts changes; whoever saves an older one is refused
 */
public record Ticket(
        TicketId id,
        TicketNumber number,
        ClientId client,
        String kind,
        @Nullable TicketId parent,
        String subject,
        String channel,
        String requester,
        @Nullable ServiceLine line,
        @Nullable String category,
        Priority priority,
        @Nullable String mood,
        Stage stage,
        Status status,
        @Nullable String queue,
        @Nullable String owner,
        String nextAction,
        @Nullable String assignmentReason,
        @Nullable String contractId,
        Instant receivedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable String resolution,
        @Nullable Instant openUntil,
        int version) {

    /** A request of a client, run by the spine. */
    public static final String REQUEST = "REQUEST";

    /** A defect found in another ticket's work. */
    public static final String DEFECT = "DEFECT";

    public boolean isOpen() {
        return closedAt == null;
    }

    /** The line's code, or the empty string before triage. */
    public String lineCode() {
        return line == null ? "" : line.code();
    }
}
