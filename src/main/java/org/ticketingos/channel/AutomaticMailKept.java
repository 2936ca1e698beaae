package org.ticketingos.channel;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A machine has answered on a ticket (CHAN-11); it was kept and moved nothing. */
public record AutomaticMailKept(TicketId ticketId, UUID messageId, Instant at) implements TicketEvent {}
