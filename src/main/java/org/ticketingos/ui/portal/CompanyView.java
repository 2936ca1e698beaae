package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.ticketingos.access.ClientRole;
import org.ticketingos.ui.shell.ForClient;
import org.ticketingos.ui.shell.Page;

/** How the company looks to its people, and who signs off for it. */
@Route("portal/company")
@Menu(title = "portal.menu.company", icon = "vaadin:building-o", order = 6)
@RolesAllowed("CLIENT")
@ForClient(ClientRole.ADMINISTRATOR)
class CompanyView extends Page {

    CompanyView(RulePanel.Maker rule, BrandPanel.Maker brand) {
        super(say("portal.company"));
        Div stack = new Div(rule.panel(), brand.panel());
        stack.addClassNames("stack", "narrow");
        add(stack);
    }
}
