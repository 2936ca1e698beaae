package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.InboxItem;

/** Everything about one ticket, and the step a person can do on it now. */
@Route("tickets")
@RolesAllowed({"AGENT", "SUPERVISOR", "FINANCE", "ANALYST", "ADMIN"})
class TicketView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final TicketDesk desk;
    private final Map<String, Supplier<Component>> contents = new LinkedHashMap<>();
    private final Tabs tabs = new Tabs();
    private final Div body = new Div();
    private Ticket ticket;
    private List<InboxItem> steps = List.of();

    TicketView(TicketDesk desk) {
        this.desk = desk;
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        if (!number.matches("T-\\d{1,12}")) {
            throw new TicketRefused("There is no such ticket.");
        }
        ticket = desk.tickets()
                .find(new TicketNumber(number))
                .orElseThrow(() -> new TicketRefused("There is no such ticket."));
        show(event.getLocation().getQueryParameters().getSingleParameter("tab").orElse(null));
    }

    private void show(String wanted) {
        steps = desk.inbox().of(ticket.id(), desk.user());
        removeAll();
        contents.clear();
        tabs.removeAll();
        if (!steps.isEmpty()) {
            tab("Work", this::work);
        }
        tab("Conversation", () -> beside(new TalkPanel(ticket, desk.conversation(), desk.papers())));
        tab("Documents", () -> beside(new DocumentsPanel(ticket, desk.documents(), desk.papers())));
        tab("Diagram", () -> wide(new DiagramPanel(desk.positions().of(ticket.id()))));
        tab("History", () -> beside(new TimelinePanel(desk.tickets().history(ticket.id()), desk.sentences())));
        tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
        TicketHead head = new TicketHead(ticket, desk.clientName(ticket), desk.clocks().of(ticket.id()));
        head.act(new ActionMenu(ticket, desk.user(), desk.actions(), this::again));
        head.add(tabs);
        add(head, body);
        tabs.getChildren()
                .filter(tab -> ((Tab) tab).getLabel().equalsIgnoreCase(wanted))
                .findFirst()
                .ifPresent(tab -> tabs.setSelectedTab((Tab) tab));
        open();
    }

    private void tab(String name, Supplier<Component> content) {
        contents.put(name, content);
        tabs.add(new Tab(name));
    }

    private void open() {
        body.removeAll();
        body.add(contents.get(tabs.getSelectedTab().getLabel()).get());
    }

    @Override
    protected void onAttach(com.vaadin.flow.component.AttachEvent attach) {
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                String name = tabs.getSelectedTab().getLabel().toLowerCase();
                attach.getUI().getPage().getHistory().replaceState(
                        null,
                        new com.vaadin.flow.router.Location("tickets/" + ticket.number(), QueryParameters.of("tab", name)));
                open();
            }
        });
    }

    private Component work() {
        Div work = new Div();
        work.addClassNames("ticket-body", "wide");
        for (InboxItem step : steps) {
            work.add(new WorkPanel(
                    desk.inbox(),
                    desk.inbox().open(step.taskId(), desk.user()),
                    desk.user(),
                    desk.papers(),
                    this::again,
                    done -> again()));
        }
        return work;
    }

    private void again() {
        ticket = desk.tickets().get(ticket.id());
        show(null);
    }

    private Component wide(Component content) {
        Div one = new Div(content);
        one.addClassNames("ticket-body", "wide");
        return one;
    }

    private Component beside(Component content) {
        Aside aside = new Aside(
                new ClockPanel(ticket, desk.clocks(), !desk.user().isClient(), this::again),
                facts(),
                new LinksPanel(desk.tickets().links(ticket.id())));
        aside.add(desk.asides(ticket));
        aside.addClassName("stack");
        Div two = new Div(content, aside);
        two.addClassName("ticket-body");
        return two;
    }

    private Component facts() {
        Facts facts = new Facts()
                .with("Client", desk.clientName(ticket))
                .with("Requester", ticket.requester())
                .with("Came by", Words.text(ticket.channel()))
                .with("Received", Moments.at(ticket.receivedAt()))
                .with("Category", Words.text(ticket.category()))
                .with("Contract", ticket.contractId())
                .with("Owner", ticket.owner())
                .with("Queue", ticket.queue())
                .with("Why there", ticket.assignmentReason())
                .with("Resolution", ticket.resolution())
                .with("Reply reopens until", Moments.at(ticket.openUntil()));
        if (ticket.parent() != null) {
            desk.tickets().find(ticket.parent()).ifPresent(parent ->
                    facts.with("Defect of", InboxNavigation.ticket(parent.number())));
        }
        return new Panel("About this ticket", facts);
    }

    @Override
    public String getPageTitle() {
        return ticket.number() + " " + ticket.subject() + " · TicketingOS";
    }
}
