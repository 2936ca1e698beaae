package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import java.util.List;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.InboxItem;

/** What a ticket is: where it stands, its clocks, its client, its facts, and what other parts put there. */
class FactsZone extends Aside {

    private final TicketDesk desk;
    private final Runnable changed;

    FactsZone(TicketDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        addClassNames("stack", "zone", "zone-what");
        getElement().setAttribute("aria-label", "What it is");
        getElement().setAttribute("tabindex", "-1");
    }

    void show(Ticket ticket, List<InboxItem> steps) {
        String client = desk.clientName(ticket);
        removeAll();
        add(new StandingPanel(Standing.of(ticket, steps, desk.clocks().of(ticket.id()), client)),
                new ClockPanel(ticket, desk.clocks(), desk.internalClocks(), desk.calendars(), !desk.user().isClient(),
                        changed),
                new ClientPanel(ticket, client, desk.clients(), desk.list(), desk.defects())
                        .owes(ticket.client(), desk.invoices(), desk.user()));
        add(desk.asides(ticket));
        add(facts(ticket), new LinksPanel(desk.tickets().links(ticket.id())));
    }

    private Component facts(Ticket ticket) {
        Facts facts = new Facts()
                .with("Came by", Words.text(ticket.channel()))
                .with("Received", Moments.at(ticket.receivedAt()))
                .with("Category", Words.text(ticket.category()))
                .with("Queue", Words.text(ticket.queue()))
                .with("Why there", ticket.assignmentReason())
                .with("Resolution", ticket.resolution());
        if (ticket.parent() != null) {
            desk.tickets().find(ticket.parent()).ifPresent(parent ->
                    facts.with("Defect of", InboxNavigation.ticket(parent.number())));
        }
        return new Panel("About this ticket", facts);
    }
}
