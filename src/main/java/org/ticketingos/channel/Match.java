package org.ticketingos.channel;

import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;

/**
 * The ticket a message belongs to, and how we know, in one sentence.
 *
 * @param meantFor the ticket it was written to, when that one has been merged into this; else null
 */
record Match(Ticket ticket, String reason, @Nullable TicketId meantFor) {

    Match(Ticket ticket, String reason) {
        this(ticket, reason, null);
    }

    /** The same message on the ticket the found one lives on in. */
    Match redirected(Ticket current) {
        if (current.id().equals(ticket.id())) {
            return this;
        }
        return current.client().equals(ticket.client())
                ? new Match(current, reason + " (" + ticket.number() + ", merged into " + current.number() + ")", ticket.id())
                : new Match(current, reason);
    }
}
