package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.sla.Snoozes;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;

/** Lays a request aside until a time. */
@Component
@Order(5)
class SnoozeAction implements TicketAction {

    private final Snoozes snoozes;
    private final Clock clock;

    SnoozeAction(Snoozes snoozes, Clock clock) {
        this.snoozes = snoozes;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "Lay aside until …";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.ALARM;
    }

    @Override
    public boolean possible(Ticket ticket, CurrentUser user) {
        return MergeAction.mayArrange(user) && ticket.isOpen() && ticket.status() != Status.MERGED
                && snoozes.of(ticket.id()).isEmpty();
    }

    @Override
    public void open(Ticket ticket, Runnable done) {
        new SnoozeDialog(ticket, snoozes, clock, done).open();
    }
}
