package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A usage came again under a known name with another content; both are named. */
public record UsageRefused(
        TicketId ticketId,
        String source,
        String externalId,
        BigDecimal kept,
        String keptSha256,
        BigDecimal offered,
        String offeredSha256,
        Instant at)
        implements TicketEvent {}
