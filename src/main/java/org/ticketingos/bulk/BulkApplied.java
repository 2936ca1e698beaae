package org.ticketingos.bulk;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * What was just done to the ticket was done to many at once.
 *
 * @param group id of the run, the same for all its tickets
 */
public record BulkApplied(TicketId ticketId, String group, String act, Instant at) implements TicketEvent {}
