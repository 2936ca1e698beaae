package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;

/** A panel beside a ticket's conversation; every Spring bean of this kind is asked for one, by {@code @Order}. */
public interface TicketAside {

    /** The panel, or null when there is nothing to say of this ticket to this person. */
    @Nullable Component panel(Ticket ticket, CurrentUser user);
}
