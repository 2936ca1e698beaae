package org.ticketingos.ui.shell;

import org.ticketingos.access.CurrentUser;

/** Something one key does on every screen of the people who may do it. */
public interface KeyEverywhere {

    Act act();

    boolean possible(CurrentUser user);

    void run(CurrentUser user);
}
