package org.ticketingos.ui.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.Theme;

/**
 * The page that carries the whole application. What screens need is loaded at once: a bundle kept from an earlier build
 * knows nothing of the lazy parts of a screen added since. The large drawing libraries load themselves when first used.
 */
@LoadDependenciesOnStartup
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
