package org.ticketingos.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The ticket has a new owner, or only a queue while owner is null. */
public record TicketAssigned(TicketId ticketId, String queue, @Nullable String owner, String reason, Instant at)
        implements TicketEvent {}
