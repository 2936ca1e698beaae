package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.Base64;
import org.ticketingos.client.Brand;
import org.ticketingos.client.Colour;

/** A client's name, logo and colour on the screen. */
public final class Branding {

    private Branding() {}

    /** Colours the window; white text on the colour is readable in light and dark. */
    public static void colour(UI ui, Brand brand) {
        if (!brand.colour().equals(Colour.HOUSE)) {
            ui.getElement().getStyle().set("--brand", brand.colour().hex());
            ui.addClassName("branded");
        } else {
            ui.removeClassName("branded");
        }
    }

    public static Component head(Brand brand) {
        Image logo = brand.hasLogo()
                ? new Image("data:image/png;base64," + Base64.getEncoder().encodeToString(brand.logo()), "")
                : new Image("themes/ticketingos/favicon.svg", "");
        Div head = new Div(logo, new Span(brand.name()));
        head.addClassName("brand");
        return head;
    }
}
