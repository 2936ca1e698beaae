package org.ticketingos.ticket;

import java.util.Map;

/**
 * Somebody has answered a human step outside the inbox, for example through a signed link. Not part of the history:
 * what was typed may be personal. Whoever conducts completes the waiting step in the same transaction.
 *
 * @param form id of the form that was answered
 * @param actor who answered, for the record
 */
public record FormGiven(TicketId ticketId, String form, Map<String, Object> values, String actor) {}
