package org.ticketingos.ui.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.Theme;

/** The page that carries the whole application. */
@Theme("ticketingos")
class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("TicketingOS");
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "themes/ticketingos/favicon.svg", "any");
        settings.addMetaTag("robots", "noindex");
    }
}
