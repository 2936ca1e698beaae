package org.ticketingos.ui.inbox;

import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.KeyEverywhere;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.workflow.Inbox;

/** One key takes the next task, wherever one is. */
@Component
class NextTaskKey implements KeyEverywhere {

    private final Inbox inbox;

    NextTaskKey(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Act act() {
        return Act.NEXT_TASK;
    }

    @Override
    public boolean possible(CurrentUser user) {
        return user.is(Role.AGENT);
    }

    @Override
    public void run(CurrentUser user) {
        InboxNavigation.next(inbox, user)
                .ifPresentOrElse(
                        next -> InboxNavigation.toTicket(next.number()),
                        () -> Notice.done("Nothing is waiting for you or in your queues."));
    }
}
