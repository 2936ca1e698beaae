package org.ticketingos.ui.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;

/** A page that a signed link opens, without a log-in: it shows; only a press of a button decides. */
class OpenPage extends Main {

    OpenPage() {
        Div brand = new Div(new Image("themes/ticketingos/favicon.svg", ""), new Span("TicketingOS"));
        brand.addClassName("brand");
        addClassName("open-page");
        add(brand);
    }
}
