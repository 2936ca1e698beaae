package org.ticketingos.ticket;

/**
 * A record that belongs to a ticket.
 *
 * @param relation {@code defect}, {@code invoice}, {@code charge}, {@code follow-up}, {@code moved-to}, {@code deliverable}
 * @param target number or id of the other record
 * @param label what to show
 */
public record Link(TicketId ticketId, String relation, String target, String label) {}
