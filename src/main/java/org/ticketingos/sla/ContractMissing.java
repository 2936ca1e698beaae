package org.ticketingos.sla;

import java.time.Instant;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** No contract of the client covers this line on the day the request came in. */
public record ContractMissing(TicketId ticketId, String line, Instant at) implements TicketEvent {}
