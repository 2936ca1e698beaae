package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.billing.Timesheets;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Who;

/** Hours of hourly contracts that somebody else has to approve before they are billed. */
class HoursToApprove extends Div {

    private final Timesheets timesheets;
    private final Tickets tickets;
    private final CurrentUser user;

    HoursToApprove(Timesheets timesheets, Tickets tickets, CurrentUser user) {
        this.timesheets = timesheets;
        this.tickets = tickets;
        this.user = user;
        addClassName("stack");
        show();
    }

    private void show() {
        removeAll();
        List<Timesheets.Entry> waiting = timesheets.waiting();
        if (waiting.isEmpty()) {
            Span none = new Span("Nothing: hours of hourly contracts stand here once they are measured.");
            none.addClassNames("soft", "small");
            add(none);
        }
        waiting.forEach(entry -> add(line(entry)));
    }

    private Div line(Timesheets.Entry entry) {
        Ticket ticket = tickets.get(entry.ticket());
        Span who = new Span(Who.is(entry.agent()));
        who.addClassName("strong");
        Div line = new Div(who, new Span(Moments.day(entry.day())), InboxNavigation.ticket(ticket.number()),
                new Span(ticket.subject()), new Span(TimeAside.span(entry.minutes())));
        line.addClassNames("row", "small");
        if (entry.agent().equals(user.login())) {
            Span own = new Span("Your own: somebody else approves it.");
            own.addClassNames("soft", "push");
            line.add(own);
            return line;
        }
        Button approve = new Button("Approve", click -> {
            try {
                timesheets.approve(entry.id(), user.login());
                Notice.done("Approved.");
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
            show();
        });
        approve.addThemeVariants(ButtonVariant.LUMO_SMALL);
        approve.addClassName("push");
        approve.setAriaLabel("Approve " + entry.minutes() + " minutes of " + Who.is(entry.agent()) + " on " + ticket.number());
        line.add(approve);
        return line;
    }
}
