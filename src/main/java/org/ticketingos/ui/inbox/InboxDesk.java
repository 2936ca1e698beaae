package org.ticketingos.ui.inbox;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.bulk.Bulk;
import org.ticketingos.client.Clients;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxCounts;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxViews;
import org.ticketingos.workflow.NextTask;

/** What the inbox is made from. */
@Component
record InboxDesk(
        Inbox inbox, NextTask next, InboxViews views, InboxCounts counts, Bulk bulk, Clients clients, Users users) {

    CurrentUser user() {
        return CurrentUser.get();
    }

    /** Queues this person may choose: their own, for supervisors everybody's. */
    List<String> queues() {
        Set<String> queues = new TreeSet<>(user().groups());
        if (InboxViews.seesAll(user())) {
            colleagues().forEach(one -> queues.addAll(one.groups()));
        }
        return List.copyOf(queues);
    }

    /** How many steps of a queue nobody has. */
    String waiting(String queue) {
        boolean own = user().groups().contains(queue);
        return counts.of(new InboxFilter(own ? InboxFilter.View.QUEUE : InboxFilter.View.EVERY, queue, null, null, null), user());
    }

    /** Our own people who can be given something. */
    List<Users.User> colleagues() {
        return users.all().stream()
                .filter(one -> one.client() == null && one.active())
                .collect(Collectors.toList());
    }
}
