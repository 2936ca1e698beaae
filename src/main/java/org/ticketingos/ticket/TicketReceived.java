package org.ticketingos.ticket;

import java.time.Instant;
import org.ticketingos.client.ClientId;

/** A request has come in; its process starts in the same transaction. */
public record TicketReceived(TicketId ticketId, ClientId client, String channel, Instant at) implements TicketEvent {}
