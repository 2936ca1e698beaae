package org.ticketingos.channel;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** This ticket began as part of another one. */
public record SplitOff(TicketId ticketId, TicketId from, String number, String reason, Instant at) implements TicketEvent {}
