package org.ticketingos.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Arrays;
import org.ticketingos.access.CurrentUser;

/** Keeps each screen of the portal to those it is for, in the navigation and at the door. */
final class ClientGuard {

    private ClientGuard() {}

    static boolean allows(Class<?> screen, CurrentUser user) {
        ForClient whom = screen.getAnnotation(ForClient.class);
        return whom == null
                || user.isClient()
                        && (!whom.invoices() || user.rights().invoices())
                        && (whom.value().length == 0 || Arrays.stream(whom.value()).anyMatch(user::may));
    }

    static void check(BeforeEnterEvent event) {
        boolean denied = event.getNavigationTarget().isAnnotationPresent(ForClient.class)
                && CurrentUser.find().filter(user -> allows(event.getNavigationTarget(), user)).isEmpty();
        if (denied) {
            event.rerouteToError(AccessDeniedException.class);
        }
    }
}
