package org.ticketingos.channel;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A message of ours did not reach its addressee. */
public record DeliveryBounced(TicketId ticketId, UUID messageId, Instant at) implements TicketEvent {}
