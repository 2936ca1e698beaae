package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.sla.ClockProjection;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketId;
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
public class WorkList extends Grid<WorkList.Line> {

    /** An open step with the clocks of its ticket. */
    public record Line(InboxItem item, List<ClockView> clocks) {}

    private final transient Inbox inbox;
    private final transient ClockProjection clocks;
    private final CurrentUser user = CurrentUser.get();
    private transient Consumer<InboxItem> opened = item -> InboxNavigation.toTicket(item.number());
    private String path = "tickets/";

    WorkList(Inbox inbox, ClockProjection clocks, Clock clock) {
        this.inbox = inbox;
        this.clocks = clocks;
        addComponentColumn(line -> link(line.item())).setHeader("Ticket").setWidth("5.5rem")
                .setFlexGrow(0);
        addComponentColumn(line -> new TwoLines(line.item().subject(), line.item().clientName())).setHeader("Subject").setWidth("14rem").setFlexGrow(4);
        addColumn(line -> line.item().name()).setHeader("Step").setFlexGrow(1).setWidth("8.5rem");
        addColumn(line -> line(line.item())).setHeader("Line")
                .setWidth("6.5rem").setFlexGrow(0);
        addComponentColumn(line -> Words.chip(line.item().priority())).setHeader("Priority").setWidth("5.75rem")
                .setFlexGrow(0);
        addComponentColumn(line -> SlaBand.pressing(line.clocks())).setHeader("Time left").setWidth("11.5rem").setFlexGrow(0)
                .setTooltipGenerator(line -> line.item().dueAt() == null ? "" : "Due " + Moments.near(line.item().dueAt()));
        addColumn(line -> Moments.ago(line.item().createdAt(), clock.instant())).setHeader("Waiting").setWidth("5.75rem")
                .setFlexGrow(0);
        addComponentColumn(line -> holder(line.item())).setHeader("With").setWidth("5.5rem").setFlexGrow(0);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        addClassName("clickable");
        addItemClickListener(click -> opened.accept(click.getItem().item()));
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
    }

    /** Sends whoever picks a step to another screen than the ticket's page. */
    public void opens(String path, Consumer<InboxItem> opened) {
        this.path = path;
        this.opened = opened;
    }

    /** Shows what the filter lets through. */
    public void show(InboxFilter filter) {
        setEmptyStateComponent(nothing(filter));
        Paging.feed(this, (cursor, size) -> page(filter, cursor, size), line -> line.item().taskId());
    }

    private static Component nothing(InboxFilter filter) {
        if (filter.narrows()) {
            return new Empty(VaadinIcon.SEARCH, "No step matches these filters.", "Clear one of them to see more.");
        }
        return switch (filter.view()) {
            case MINE -> new Empty(
                    VaadinIcon.CHECK_CIRCLE_O, "You have no open task.", "Next task takes the most urgent one.");
            case QUEUE -> new Empty(VaadinIcon.CHECK_CIRCLE_O, "Your queues are empty.", "New work shows up here.");
            case ALL, EVERY -> new Empty(
                    VaadinIcon.CHECK_CIRCLE_O, "Nothing is waiting for you.", "New work shows up here.");
        };
    }

    private Component link(InboxItem item) {
        Anchor link = new Anchor(path + item.number(), item.number().value());
        link.addClassName("number");
        return link;
    }

    private Page<Line> page(InboxFilter filter, @Nullable String cursor, int size) {
        Page<InboxItem> page = inbox.items(filter, user, cursor, size);
        Map<TicketId, List<ClockView>> views =
                clocks.of(page.items().stream().map(InboxItem::ticketId).distinct().toList());
        return new Page<>(
                page.items().stream()
                        .map(item -> new Line(item, views.getOrDefault(item.ticketId(), List.of())))
                        .toList(),
                page.next());
    }

    private static String line(InboxItem item) {
        return item.line().isEmpty() ? "" : Words.of(ServiceLine.of(item.line()));
    }

    private Component holder(InboxItem item) {
        if (item.assignee() != null) {
            return new Span(item.assignee().equals(user.login()) ? "Me" : item.assignee());
        }
        Button take = new Button("Take", click -> take(item));
        take.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        take.setAriaLabel("Take " + item.name() + " of " + item.number());
        return take;
    }

    void take(InboxItem item) {
        inbox.claim(item.taskId(), user);
        Notice.done(item.number() + " is yours.");
        opened.accept(item);
    }
}
