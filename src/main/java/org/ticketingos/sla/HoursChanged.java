package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * The hours a running clock of the ticket counts on are other ones from an instant to come; its due date was read anew.
 *
 * @param calendar id of the business calendar
 */
public record HoursChanged(TicketId ticketId, String calendar, Instant countsFrom, Instant at) implements TicketEvent {}
