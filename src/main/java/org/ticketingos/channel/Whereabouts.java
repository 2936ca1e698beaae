package org.ticketingos.channel;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.Tickets;

/** Follows a ticket to where it lives on: moved to the right client, or taken over by another ticket. */
@Component
class Whereabouts {

    private static final int MOVES_FOLLOWED = 10;

    private final Tickets tickets;
    private final ObjectProvider<LivesOn> others;

    Whereabouts(Tickets tickets, ObjectProvider<LivesOn> others) {
        this.tickets = tickets;
        this.others = others;
    }

    Ticket of(Ticket ticket) {
        Ticket here = ticket;
        for (int i = 0; i < MOVES_FOLLOWED; i++) {
            Ticket asked = here;
            Optional<Ticket> next = moved(asked).or(() -> others.orderedStream()
                    .flatMap(one -> one.in(asked).stream())
                    .flatMap((TicketId id) -> tickets.find(id).stream())
                    .findFirst());
            if (next.isEmpty()) {
                return here;
            }
            here = next.get();
        }
        return here;
    }

    private Optional<Ticket> moved(Ticket ticket) {
        return tickets.links(ticket.id()).stream()
                .filter(link -> link.relation().equals("moved-to"))
                .flatMap(link -> tickets.find(new TicketNumber(link.target())).stream())
                .findFirst();
    }
}
