package org.ticketingos.ui.inbox;

import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Panel;

/** Where a ticket is, what is next, who waits for whom. */
class StandingPanel extends Panel {

    StandingPanel(Standing standing) {
        super("Where it stands");
        add(new Facts()
                .with("Where", standing.where())
                .with("Next", standing.next())
                .with("Waiting", standing.waits()));
    }
}
