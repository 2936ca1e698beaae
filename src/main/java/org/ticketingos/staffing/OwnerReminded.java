package org.ticketingos.staffing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The client has seen nothing of this step for a while; its holder was reminded. */
public record OwnerReminded(TicketId ticketId, String agent, String queue, @Nullable Instant returnsAt, Instant at)
        implements TicketEvent {}
