package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import org.ticketingos.billing.Invoice;
import org.ticketingos.billing.Invoices;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.client.MoneyText;
import org.ticketingos.quality.Cause;
import org.ticketingos.quality.Defect;
import org.ticketingos.quality.Defects;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** Who asks: contract, other open tickets, what went wrong lately, what is not paid. */
class ClientPanel extends Panel {

    private static final int LAST_DEFECTS = 3;
    private static final int UNPAID = 5;

    /** Counting further would cost more than anybody reads. */
    private static final int MOST = 1_000;

    private final Facts facts = new Facts();

    ClientPanel(Ticket ticket, String clientName, Clients clients, TicketList list, Defects defects) {
        super("Client");
        facts.with("Name", clientName).with("Requester", mail(ticket.requester()));
        if (ticket.contractId() != null) {
            Contract contract = clients.contract(ticket.contractId());
            facts.with("Contract", contract.number() + ", plan " + Words.text(contract.slaPlan()).toLowerCase())
                    .with("Signs off", contract.reviewRequired()
                            ? "within " + Words.count(contract.acceptanceDays(), "business day") : "not asked");
        }
        if (!ticket.client().equals(ClientId.HOUSE)) {
            facts.with("Open tickets", open(ticket, list.openOf(ticket.client(), MOST)));
            last(defects.newest(ticket.client(), LAST_DEFECTS));
        }
        add(facts);
    }

    /** A mail address that may break after its at sign, not within a word. */
    private static Span mail(String address) {
        int at = address.indexOf('@') + 1;
        Span whole = new Span(address.substring(0, at));
        whole.getElement().appendChild(new Element("wbr"), Element.createText(address.substring(at)));
        return whole;
    }

    private static Anchor open(Ticket ticket, int count) {
        return new Anchor("tickets?q=client:" + ticket.client() + "%20status:open",
                count == MOST ? "more than " + (MOST - 1) : String.valueOf(count));
    }

    private void last(List<Defect> defects) {
        if (defects.isEmpty()) {
            facts.with("Last defects", "none");
            return;
        }
        Div lines = new Div();
        for (Defect defect : defects) {
            String field = defect.field().isEmpty() ? "Whole document" : Words.field(defect.field());
            Div line = new Div(new Span(field + ": " + label(defect.cause())));
            line.setTitle("Found \"" + defect.found() + "\", expected \"" + defect.expected() + "\"");
            lines.add(line);
        }
        facts.with("Last defects", lines);
    }

    private static String label(Cause cause) {
        return cause.label().toLowerCase();
    }

    /** Adds what the client owes, for those whose business that is. */
    ClientPanel owes(ClientId client, Invoices invoices, CurrentUser user) {
        if (!client.equals(ClientId.HOUSE) && (user.is(Role.FINANCE) || user.is(Role.SUPERVISOR) || user.is(Role.ADMIN))) {
            List<Invoice> unpaid = invoices.unpaid(client, UNPAID);
            Div lines = new Div();
            unpaid.forEach(invoice -> lines.add(new Div(new Span(invoice.number() + ", "
                    + MoneyText.format(invoice.total(), Locale.forLanguageTag("en-IN")) + ", due " + Moments.day(invoice.due())))));
            facts.with("Unpaid", unpaid.isEmpty() ? new Span("nothing") : lines);
        }
        return this;
    }
}
