package org.ticketingos.channel;

import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketId;

/** The door's answer: what became of a message, on which ticket, and why in one sentence. */
public record Receipt(Outcome outcome, @Nullable TicketId ticket, String reason) {}
