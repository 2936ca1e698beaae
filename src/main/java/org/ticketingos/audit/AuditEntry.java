package org.ticketingos.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/**
 * One remembered act, linked to the one before it.
 *
 * @param seq order within the client's chain, from 1 without gaps
 * @param at time of the database when it was appended
 * @param actor log-in name, or {@code system}
 * @param ticketId null for acts that are about no ticket
 * @param eventSeq the row of the ticket's history it proves; null for other acts
 * @param payload ids and facts as JSON
 * @param previousHash hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 of the canonical form, in hex
 */
public record AuditEntry(
        ClientId client,
        long seq,
        Instant at,
        String actor,
        String event,
        @Nullable TicketId ticketId,
        @Nullable Long eventSeq,
        String payload,
        String previousHash,
        String hash) {

    static final String NONE_BEFORE = "0".repeat(64);

    /** The same entry with the hash its content asks for. */
    AuditEntry sealed() {
        return new AuditEntry(
                client, seq, at, actor, event, ticketId, eventSeq, payload, previousHash, CanonicalForm.hash(this));
    }
}
