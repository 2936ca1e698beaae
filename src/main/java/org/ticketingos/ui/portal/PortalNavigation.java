package org.ticketingos.ui.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;

/** Ways to a client's screens. */
public final class PortalNavigation {

    private PortalNavigation() {}

    public static void toRaise() {
        UI.getCurrent().navigate(RaiseView.class);
    }

    /** To a request that has just been raised: the page confirms it. */
    static void toRaised(String number) {
        UI.getCurrent().navigate("portal/" + number, QueryParameters.of("raised", ""));
    }
}
