package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;

/** Offers the key map on the profile. */
@org.springframework.stereotype.Component
@Order(900)
class KeysPanel implements ProfilePanel {

    private final KeyMap maps;

    KeysPanel(KeyMap maps) {
        this.maps = maps;
    }

    @Override
    public String title() {
        return "Keys";
    }

    @Override
    public Component panel(CurrentUser user) {
        return new KeyChooser(maps, user.login(), MainLayout::reaches);
    }
}
