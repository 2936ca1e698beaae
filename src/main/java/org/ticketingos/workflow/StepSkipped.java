package org.ticketingos.workflow;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** A person would not do the step that was offered; reason is a code of SkipReason. */
public record StepSkipped(TicketId ticketId, String step, String reason, Instant at) implements TicketEvent {}
