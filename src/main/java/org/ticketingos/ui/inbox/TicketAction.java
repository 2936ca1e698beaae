package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Act;

/** Something a person can do with a ticket; every Spring bean of this kind stands in the page's menu, by {@code @Order}. */
public interface TicketAction {

    String label();

    VaadinIcon icon();

    /** The act whose key opens it; null: no key does. */
    default @Nullable Act key() {
        return null;
    }

    /** Whether this person may do it with the ticket as it stands; if not, the menu does not offer it. */
    boolean possible(Ticket ticket, CurrentUser user);

    /**
     * Does it, or opens a dialog that does.
     *
     * @param done draws the page again; call it when the ticket has changed
     */
    void open(Ticket ticket, Runnable done);
}
