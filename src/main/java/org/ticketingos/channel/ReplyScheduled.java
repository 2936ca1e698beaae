package org.ticketingos.channel;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A reply is written and waits for the client's business hours. */
public record ReplyScheduled(TicketId ticketId, UUID messageId, Instant until, Instant at) implements TicketEvent {}
