package org.ticketingos.delivery;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Units of work were keyed for the first time. */
public record WorkRecorded(TicketId ticketId, int units, String agent, Instant at) implements TicketEvent {}
