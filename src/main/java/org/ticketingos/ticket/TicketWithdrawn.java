package org.ticketingos.ticket;

import java.time.Instant;

/** The client, or the desk for the client, wants this no more; work stops and the ticket goes to closure. */
public record TicketWithdrawn(TicketId ticketId, String reason, Instant at) implements ProcessMessage {}
