package org.ticketingos.quality;

import java.math.BigDecimal;
import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A reviewer has compared the work: so many units inspected, so many wrong, and the bound that follows. */
public record ReviewScored(
        TicketId ticketId,
        int round,
        int level,
        String reviewer,
        String unit,
        int inspected,
        int errors,
        BigDecimal accuracy,
        BigDecimal upperError,
        BigDecimal target,
        String verdict,
        Instant at)
        implements TicketEvent {}
