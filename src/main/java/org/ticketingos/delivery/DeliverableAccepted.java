package org.ticketingos.delivery;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * The delivered work counts as accepted.
 *
 * @param how {@code CLIENT} signed off, {@code SILENCE} until the contract's term, {@code CONTRACT} needs no sign-off
 */
public record DeliverableAccepted(TicketId ticketId, int round, int units, String how, Instant at)
        implements TicketEvent {}
