package org.ticketingos.channel;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A reply that waited to be sent is a draft of its author again. */
public record ReplyTakenBack(TicketId ticketId, String author, String reason, Instant at) implements TicketEvent {}
