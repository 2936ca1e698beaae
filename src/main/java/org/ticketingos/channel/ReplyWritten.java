package org.ticketingos.channel;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** We have written to the client; only what a person wrote (not automatic) stops a response clock. */
public record ReplyWritten(TicketId ticketId, UUID messageId, boolean automatic, Instant at) implements TicketEvent {}
