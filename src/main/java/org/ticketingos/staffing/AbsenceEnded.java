package org.ticketingos.staffing;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** The absent person is back and has the ticket again. */
public record AbsenceEnded(TicketId ticketId, String deputy, String absent, Instant at) implements TicketEvent {}
