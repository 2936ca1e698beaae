package org.ticketingos.billing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketMerged;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** What was charged once is not merged: one piece of work would be on two tickets' bills. */
@Component
class MergeGuard {

    private final Charges charges;
    private final Tickets tickets;

    MergeGuard(Charges charges, Tickets tickets) {
        this.charges = charges;
        this.tickets = tickets;
    }

    @EventListener
    void merged(TicketMerged event) {
        refuse(event.ticketId());
        refuse(event.into());
    }

    private void refuse(TicketId id) {
        if (!charges.of(id).isEmpty()) {
            throw new TicketRefused("%s has been charged already; a charged ticket is not merged."
                    .formatted(tickets.get(id).number()));
        }
    }
}
