package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Panel;

/** A panel beside the conversation that clients' people never see; filled again after each change made in it. */
abstract class StaffAside implements TicketAside {

    private final String title;

    StaffAside(String title) {
        this.title = title;
    }

    @Override
    public final @Nullable Component panel(Ticket ticket, CurrentUser user) {
        if (user.isClient()) {
            return null;
        }
        Div body = new Div();
        body.addClassName("stack");
        fill(body, ticket, user);
        return new Panel(title, body);
    }

    abstract void fill(Div body, Ticket ticket, CurrentUser user);
}
