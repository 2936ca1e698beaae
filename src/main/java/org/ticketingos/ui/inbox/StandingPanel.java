package org.ticketingos.ui.inbox;

import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Panel;

/** Where a ticket is, what is next, who waits for whom. */
class StandingPanel extends Panel {

    StandingPanel(Standing standing) {
        super("Where it stands");
        Facts facts = new Facts()
                .with("Where am I", standing.where())
                .with("What is next", standing.next())
                .with("Who waits for whom", standing.waits());
        facts.addClassName("told");
        add(facts);
    }
}
