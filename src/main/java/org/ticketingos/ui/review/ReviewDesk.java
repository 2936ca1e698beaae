package org.ticketingos.ui.review;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.ui.inbox.WorkPanel;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;

/** One sample on the reviewer's desk: the page on one side, each keyed field on the other. */
@Route("review")
@RolesAllowed("REVIEWER")
class ReviewDesk extends Page implements HasUrlParameter<String> {

    private final Inbox inbox;
    private final Tickets tickets;
    private final Papers papers;
    private final NextReview next;
    private final CurrentUser user = CurrentUser.get();

    ReviewDesk(Inbox inbox, Tickets tickets, Papers papers, NextReview next) {
        super("Review");
        this.inbox = inbox;
        this.tickets = tickets;
        this.papers = papers;
        this.next = next;
        actions(new Anchor("review", "All samples"));
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        if (!number.matches("T-\\d{1,12}")) {
            throw new TicketRefused("There is no such ticket.");
        }
        Ticket ticket = tickets.find(new TicketNumber(number))
                .orElseThrow(() -> new TicketRefused("There is no such ticket."));
        lead(ticket.number() + " · " + ticket.subject());
        show(ticket);
    }

    private void show(Ticket ticket) {
        getChildren().filter(WorkPanel.class::isInstance).toList().forEach(this::remove);
        List<InboxItem> open = inbox.of(ticket.id(), user).stream()
                .filter(item -> item.queue() != null && user.groups().contains(item.queue()))
                .toList();
        if (open.isEmpty()) {
            add(new Empty(VaadinIcon.CHECK_CIRCLE_O, "Nothing to review on this ticket.",
                    "It was reviewed already, or it was not drawn for the sample."));
        }
        open.forEach(item -> add(new WorkPanel(
                inbox, inbox.open(item.taskId(), user), user, papers, () -> show(ticket), done -> next())));
    }

    /** After one sample the next, without a detour. */
    private void next() {
        UI ui = UI.getCurrent();
        next.take(user, ReviewView.shuffle(), null).ifPresentOrElse(
                number -> ui.navigate(ReviewDesk.class, number.value()), () -> ui.navigate(ReviewView.class));
    }
}
