package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.sla.Snoozes;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Notice;

/** Brings back what was laid aside. */
@Component
@Order(5)
class WakeAction implements TicketAction {

    private final Snoozes snoozes;

    WakeAction(Snoozes snoozes) {
        this.snoozes = snoozes;
    }

    @Override
    public String label() {
        return "Wake it now";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.ALARM;
    }

    @Override
    public boolean possible(Ticket ticket, CurrentUser user) {
        return MergeAction.mayArrange(user) && snoozes.of(ticket.id()).isPresent();
    }

    @Override
    public void open(Ticket ticket, Runnable done) {
        snoozes.wake(ticket.id());
        Notice.done(ticket.number() + " is back in the lists.");
        done.run();
    }
}
