package org.ticketingos.workflow;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * A person let the engine try a stuck step again.
 *
 * @param activity process and activity of the diagram
 */
record StepRetried(TicketId ticketId, String activity, String step, Instant at) implements TicketEvent {}
