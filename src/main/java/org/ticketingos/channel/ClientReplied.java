package org.ticketingos.channel;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.ProcessMessage;
import org.ticketingos.ticket.TicketId;

/** A person of the client has written on a ticket again. */
public record ClientReplied(TicketId ticketId, UUID messageId, Instant at) implements ProcessMessage {}
