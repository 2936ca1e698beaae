package org.ticketingos.delivery.dataentry;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The ERP, or we as a duplicate, refused a keyed document. */
record PostingRefused(TicketId ticketId, UUID item, String reason, Instant at) implements TicketEvent {}
