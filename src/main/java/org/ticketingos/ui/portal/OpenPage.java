package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import org.ticketingos.access.Scope;
import org.ticketingos.client.Brand;
import org.ticketingos.client.Brands;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Colour;
import org.ticketingos.ui.shell.Branding;

/** A page that a signed link opens, without a log-in: it shows; only a press of a button decides. */
class OpenPage extends Main implements HasDynamicTitle {

    private final Brands brands;
    private final String title;
    private final Div head = new Div();

    OpenPage(Brands brands, String title) {
        this.brands = brands;
        this.title = title;
        addClassName("open-page");
        head.add(Branding.head(new Brand(ClientId.HOUSE, "TicketingOS", Colour.HOUSE, new byte[0])));
        add(head);
    }

    /** The look of the client whose link this is. */
    void brand(ClientId client) {
        Brand brand = Scope.system(() -> brands.of(client));
        head.removeAll();
        head.add(Branding.head(brand));
        Branding.colour(UI.getCurrent(), brand);
    }

    @Override
    public String getPageTitle() {
        return say(title) + " · TicketingOS";
    }
}
