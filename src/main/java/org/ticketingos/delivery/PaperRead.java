package org.ticketingos.delivery;

import java.time.Instant;
import org.ticketingos.ticket.ProcessMessage;
import org.ticketingos.ticket.TicketId;

/** The reader has answered for all papers of the ticket; the unreadable ones are keyed by hand. */
public record PaperRead(TicketId ticketId, int read, int unreadable, Instant at) implements ProcessMessage {}
