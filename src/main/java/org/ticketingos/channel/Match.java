package org.ticketingos.channel;

import org.ticketingos.ticket.Ticket;

/** The ticket a message belongs to, and how we know, in one sentence. */
record Match(Ticket ticket, String reason) {}
