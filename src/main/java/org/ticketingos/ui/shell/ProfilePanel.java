package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import org.ticketingos.access.CurrentUser;

/** Something people set up for themselves; beans of this kind stand on the profile in their {@code @Order}. */
public interface ProfilePanel {

    String title();

    Component panel(CurrentUser user);

    /** Whether it means anything to this person. */
    default boolean possible(CurrentUser user) {
        return true;
    }
}
