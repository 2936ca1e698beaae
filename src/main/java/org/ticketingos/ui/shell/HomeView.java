package org.ticketingos.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;

/** Sends everybody to the screen their day begins with. */
@Route("")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver {

    private static final Map<Role, String> FIRST = Map.of(
            Role.AGENT, "inbox",
            Role.REVIEWER, "review",
            Role.CLIENT, "portal",
            Role.SUPERVISOR, "board",
            Role.FINANCE, "finance",
            Role.ANALYST, "models",
            Role.ADMIN, "settings");

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Role first = CurrentUser.get().roles().stream().sorted().findFirst().orElse(Role.AGENT);
        event.forwardTo(FIRST.get(first));
    }
}
