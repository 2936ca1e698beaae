package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** Somebody was reminded of a question about contract or breach that nobody has answered yet. */
public record AnswerReminded(TicketId ticketId, Stage stage, Instant at) implements TicketEvent {}
