package org.ticketingos.channel;

import java.util.Optional;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;

/** Knows tickets that live on in another one; what is said to or from them goes there. A Spring bean of this kind is asked. */
public interface LivesOn {

    /** The ticket that took this one over; empty when it stands for itself. */
    Optional<TicketId> in(Ticket ticket);
}
