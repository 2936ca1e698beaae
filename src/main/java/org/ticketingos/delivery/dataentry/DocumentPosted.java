package org.ticketingos.delivery.dataentry;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A keyed document is in the books under the ERP's number. */
record DocumentPosted(TicketId ticketId, UUID item, String number, int revision, Instant at) implements TicketEvent {}
