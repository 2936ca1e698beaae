package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.sla.Clocks;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.TwoLines;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;

/** Open human steps, least time left first, each with the time left on its most pressing clock. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class WorkList extends Grid<InboxItem> {

    private final transient Inbox inbox;
    private final transient Clocks clocks;
    private final CurrentUser user = CurrentUser.get();

    WorkList(Inbox inbox, Clocks clocks, Clock clock) {
        this.inbox = inbox;
        this.clocks = clocks;
        addComponentColumn(item -> InboxNavigation.ticket(item.number())).setHeader("Ticket").setWidth("6rem")
                .setFlexGrow(0);
        addComponentColumn(WorkList::subject).setHeader("Subject").setFlexGrow(4);
        addColumn(InboxItem::name).setHeader("Step").setFlexGrow(1).setWidth("10rem");
        addColumn(item -> item.line().isEmpty() ? "" : Words.of(ServiceLine.of(item.line()))).setHeader("Line")
                .setWidth("6.5rem").setFlexGrow(0);
        addComponentColumn(item -> Words.chip(item.priority())).setHeader("Priority").setWidth("6.5rem")
                .setFlexGrow(0);
        addComponentColumn(this::timeLeft).setHeader("Time left").setWidth("12.5rem").setFlexGrow(0)
                .setTooltipGenerator(item -> item.dueAt() == null ? "" : "Due " + Moments.near(item.dueAt()));
        addColumn(item -> Moments.ago(item.createdAt(), clock.instant())).setHeader("Waiting").setWidth("6.5rem")
                .setFlexGrow(0);
        addComponentColumn(this::holder).setHeader("With").setWidth("8.5rem").setFlexGrow(0);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        addClassName("clickable");
        addItemClickListener(click -> InboxNavigation.toTicket(click.getItem().number()));
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
    }

    /** Shows what the filter lets through. */
    public void show(InboxFilter filter) {
        setEmptyStateComponent(nothing(filter));
        Paging.feed(this, (cursor, size) -> inbox.items(filter, user, cursor, size), InboxItem::taskId));
    }

    private static Component nothing(InboxFilter filter) {
        if (filter.text() != null || filter.line() != null || filter.client() != null) {
            return new Empty(VaadinIcon.SEARCH, "No step matches these filters.", "Clear one of them to see more.");
        }
        return switch (filter.view()) {
            case MINE -> new Empty(
                    VaadinIcon.CHECK_CIRCLE_O, "You have no open task.", "Next task takes the most urgent one.");
            case QUEUE -> new Empty(VaadinIcon.CHECK_CIRCLE_O, "Your queues are empty.", "New work shows up here.");
            case ALL -> new Empty(
                    VaadinIcon.CHECK_CIRCLE_O, "Nothing is waiting for you.", "New work shows up here by itself.");
        };
    }

    private static Component subject(InboxItem item) {
        return new TwoLines(item.subject(), item.clientName());
    }

    private Component timeLeft(InboxItem item) {
        return SlaBand.pressing(clocks.of(item.ticketId()));
    }

    private Component holder(InboxItem item) {
        if (item.assignee() != null) {
            return new Span(item.assignee().equals(user.login()) ? "Me" : item.assignee());
        }
        Button take = new Button("Take", click -> {
            inbox.claim(item.taskId(), user);
            Notice.done(item.number() + " is yours.");
            InboxNavigation.toTicket(item.number());
        });
        take.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        take.setAriaLabel("Take " + item.name() + " of " + item.number());
        return take;
    }
}
