package org.ticketingos.channel;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;

/** A ticket that was merged lives on in its target. */
@Component
class Merged implements LivesOn {

    private final Merging merging;

    Merged(Merging merging) {
        this.merging = merging;
    }

    @Override
    public Optional<TicketId> in(Ticket ticket) {
        return merging.into(ticket.id()).map(Ticket::id);
    }
}
