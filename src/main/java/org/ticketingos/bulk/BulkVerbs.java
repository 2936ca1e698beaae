package org.ticketingos.bulk;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Conversation;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;

/** Does to one step what was ordered, by the verbs a single action uses. */
@Component
class BulkVerbs {

    private final Inbox inbox;
    private final Tickets tickets;
    private final Conversation conversation;

    BulkVerbs(Inbox inbox, Tickets tickets, Conversation conversation) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.conversation = conversation;
    }

    /** What an act changed: the state before and after, empty where there is nothing to bring back. */
    record Change(@Nullable String before, @Nullable String after) {}

    Change apply(InboxItem item, BulkOrder order, CurrentUser who) {
        String holder = item.assignee() == null ? "" : item.assignee();
        switch (order.act()) {
            case TAKE -> {
                if (holder.equals(who.login())) {
                    throw new TicketRefused("You have this step already.");
                }
                inbox.claim(item.taskId(), who);
                return new Change(holder, who.login());
            }
            case RELEASE -> {
                inbox.release(item.taskId(), who);
                return new Change(holder, "");
            }
            case HAND_OVER -> {
                String to = Objects.requireNonNull(order.to());
                inbox.handOver(item.taskId(), to, who);
                return new Change(holder, to);
            }
            case PRIORITY -> {
                deskWork(who);
                Priority to = Objects.requireNonNull(order.priority());
                if (item.priority() == to) {
                    throw new TicketRefused("The request has this priority already.");
                }
                Scope.system(() -> tickets.changePriority(item.ticketId(), to, Objects.requireNonNull(order.text())));
                return new Change(item.priority().name(), to.name());
            }
            case COMPLETE -> inbox.complete(item.taskId(), order.form(), who);
            case NOTE -> {
                deskWork(who);
                conversation.note(item.ticketId(), Objects.requireNonNull(order.text()));
            }
            case WITHDRAW -> {
                deskWork(who);
                Scope.system(() -> tickets.withdraw(item.ticketId(), Objects.requireNonNull(order.text())));
            }
        }
        return new Change(null, null);
    }

    /** Brings back what was before, unless somebody has changed it since. */
    Change undo(BulkRow row, BulkAct act, CurrentUser who) {
        String before = Objects.requireNonNullElse(row.before(), "");
        String after = Objects.requireNonNullElse(row.after(), "");
        if (act == BulkAct.PRIORITY) {
            if (!tickets.get(row.ticket()).priority().name().equals(after)) {
                throw new TicketRefused("Somebody has changed the priority since.");
            }
            Scope.system(() -> tickets.changePriority(row.ticket(), Priority.valueOf(before), "taken back"));
        } else {
            inbox.bringBack(row.taskId(), after, before, who);
        }
        return new Change(after, before);
    }

    private static void deskWork(CurrentUser who) {
        boolean desk = Optional.of(who).filter(user -> user.is(Role.AGENT) || user.is(Role.SUPERVISOR)).isPresent();
        if (!desk) {
            throw new TicketRefused("This is for agents and supervisors.");
        }
    }
}
