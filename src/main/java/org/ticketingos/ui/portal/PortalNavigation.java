package org.ticketingos.ui.portal;

import com.vaadin.flow.component.UI;
import org.ticketingos.ticket.TicketNumber;

/** Ways to a client's screens. */
public final class PortalNavigation {

    private PortalNavigation() {}

    public static void toRaise() {
        UI.getCurrent().navigate(RaiseView.class);
    }

    public static void toRequest(TicketNumber number) {
        UI.getCurrent().navigate(RequestView.class, number.value());
    }
}
