package org.ticketingos.ticket;

import java.time.Instant;

/**
 * Something that happened to a ticket. Everything that happens is one of these: a record of ids and facts, no
 * personal data. {@code StageEntered} is kept under the kind {@code stage-entered}, its other components as facts.
 */
public interface TicketEvent {

    TicketId ticketId();

    Instant at();
}
