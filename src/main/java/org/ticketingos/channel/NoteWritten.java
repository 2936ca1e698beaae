package org.ticketingos.channel;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** One of us has left a note the client does not see. */
public record NoteWritten(TicketId ticketId, UUID messageId, Instant at) implements TicketEvent {}
