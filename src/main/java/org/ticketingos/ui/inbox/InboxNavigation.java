package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.ticketingos.ticket.TicketNumber;

/** Ways to an agent's screens. */
public final class InboxNavigation {

    private InboxNavigation() {}

    public static void toInbox() {
        UI.getCurrent().navigate(InboxView.class);
    }

    public static void toTicket(TicketNumber number) {
        UI.getCurrent().navigate(TicketView.class, number.value());
    }

    /** Opens the ticket with its step's form in front. */
    public static void toWork(TicketNumber number) {
        UI.getCurrent().navigate(TicketView.class, number.value());
    }

    public static Anchor ticket(TicketNumber number) {
        Anchor link = new Anchor("tickets/" + number, number.value());
        link.addClassName("number");
        return link;
    }
}
