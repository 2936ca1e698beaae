package org.ticketingos.upload;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketNumber;

/** A file of the same content that reached us before, with the request it came with. */
public record Earlier(UUID document, TicketNumber ticket, String subject, Instant at) {}
