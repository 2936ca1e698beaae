package org.ticketingos.staffing;

import java.time.Instant;
import java.time.LocalDate;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A person's time on a ticket was corrected; what was measured stays beside it. */
public record WorkTimeCorrected(TicketId ticketId, String agent, LocalDate day, int minutes, String reason, Instant at)
        implements TicketEvent {}
