package org.ticketingos.channel;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The virus scanner has found something in a file that came; {@code finding} is the signature's name. */
public record AttachmentKeptApart(TicketId ticketId, UUID documentId, String finding, Instant at) implements TicketEvent {}
