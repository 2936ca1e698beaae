package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;

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

    /** What this person does next; it is theirs then. */
    public static Optional<InboxItem> next(Inbox inbox, CurrentUser user) {
        return inbox.next(user);
    }
}
