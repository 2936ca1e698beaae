package org.ticketingos.api;

import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.Tickets;

/** Resolves the ticket of a path; one that is not the caller's to see does not exist. */
final class TicketAt {

    private TicketAt() {}

    static Ticket find(Tickets tickets, String number) {
        TicketNumber known;
        try {
            known = new TicketNumber(number);
        } catch (IllegalArgumentException e) {
            throw new NotThere("ticket");
        }
        return tickets.find(known).orElseThrow(() -> new NotThere("ticket"));
    }
}
