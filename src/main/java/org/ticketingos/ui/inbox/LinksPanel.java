package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** Records that belong to a ticket: defects, deliverables, invoices, follow-ups. */
class LinksPanel extends Panel {

    LinksPanel(List<Link> links) {
        super("Linked records");
        if (links.isEmpty()) {
            Span none = new Span("Nothing is linked yet.");
            none.addClassNames("soft", "small");
            add(none);
            return;
        }
        Facts facts = new Facts();
        links.forEach(link -> facts.with(Words.text(link.relation()), target(link)));
        add(facts);
    }

    private static Component target(Link link) {
        return link.target().matches("T-\\d{1,12}")
                ? InboxNavigation.ticket(new TicketNumber(link.target()))
                : new Span(link.label());
    }
}
