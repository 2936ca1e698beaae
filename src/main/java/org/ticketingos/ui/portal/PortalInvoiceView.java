package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.billing.Charge;
import org.ticketingos.billing.Charges;
import org.ticketingos.billing.Invoice;
import org.ticketingos.billing.InvoiceLine;
import org.ticketingos.billing.Invoices;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Money;
import org.ticketingos.client.MoneyText;
import org.ticketingos.language.Refused;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.finance.InvoicePapers;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.ForClient;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;

/** One invoice: each line opens to the requests and units it charges. */
@Route("portal/invoices")
@RolesAllowed("CLIENT")
@ForClient(invoices = true)
class PortalInvoiceView extends Page implements HasUrlParameter<String> {

    /** More are on the invoice's document; a page of thousands helps nobody. */
    private static final int MOST_TICKETS = 200;

    private final Invoices invoices;
    private final InvoicePapers papers;
    private final Charges charges;
    private final Tickets tickets;
    private final Client client;
    private final Div body = new Div();

    PortalInvoiceView(Invoices invoices, InvoicePapers papers, Charges charges, Tickets tickets, Clients clients) {
        super(say("portal.invoice"));
        this.invoices = invoices;
        this.papers = papers;
        this.charges = charges;
        this.tickets = tickets;
        this.client = clients.get(Objects.requireNonNull(CurrentUser.get().client()));
        actions(new Anchor("portal/invoices", say("portal.invoices")));
        body.addClassNames("stack", "narrow", "printed");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, String path) {
        Invoice invoice = invoices.find(path.replace('_', '/'))
                .filter(found -> found.client().equals(client.id()))
                .orElseThrow(() -> new Refused("portal.invoice.unknown"));
        title(say("portal.invoice") + " " + invoice.number(), say("portal.invoice") + " " + invoice.number());
        body.removeAll();
        Facts facts = new Facts()
                .with(say("portal.invoice.number"), invoice.number())
                .with(say("portal.invoice.state"), say("portal.invoice-state." + invoice.state()))
                .with(say("portal.invoice.date"), Moments.day(invoice.date()))
                .with(say("portal.invoice.due"), Moments.day(invoice.due()))
                .with(say("portal.invoice.net"), money(invoice.net()))
                .with(say("portal.invoice.tax"), money(invoice.tax()))
                .with(say("portal.invoice.total"), money(invoice.total()))
                .with(say("portal.invoice.words"), invoice.words());
        body.add(new Panel(say("portal.invoice.about"), facts).beside(papers.pdf(invoice)));
        Panel lines = new Panel(say("portal.invoice.lines"));
        invoices.lines(invoice.number()).forEach(line -> lines.add(line(line)));
        body.add(lines);
    }

    private Component line(InvoiceLine line) {
        Span text = new Span(line.text());
        text.addClassNames("strong", "wrap");
        Span amount = new Span(money(line.amount()));
        amount.addClassNames("numbers", "strong", "push");
        Div top = new Div(text, amount);
        top.addClassName("row");
        Span how = new Span(say("portal.invoice.quantity", number(line.quantity(), 0), line.unit(), number(line.rate(), 2)));
        how.addClassNames("soft", "small", "numbers");
        Div block = new Div(top, how);
        block.addClassName("promise");
        if (!line.tickets().isEmpty()) {
            UnorderedList behind = new UnorderedList();
            behind.addClassName("cards");
            line.tickets().stream().limit(MOST_TICKETS).forEach(number -> behind.add(new ListItem(ticket(number))));
            if (line.tickets().size() > MOST_TICKETS) {
                behind.add(new ListItem(new Span(
                        say("portal.invoice.more-tickets", line.tickets().size() - MOST_TICKETS))));
            }
            Details details = new Details(say("portal.invoice.tickets", line.tickets().size()), behind);
            details.setOpened(line.tickets().size() == 1);
            block.add(details);
        }
        return block;
    }

    private Component ticket(TicketNumber number) {
        Ticket ticket = tickets.find(number).orElse(null);
        if (ticket == null) {
            return new Span(number.value());
        }
        Div units = new Div();
        units.addClassNames("small", "soft", "numbers");
        List<Charge> charged = charges.of(ticket.id());
        charged.forEach(charge -> units.add(new Div(charge.text() + ": " + number(charge.quantity(), 0) + " "
                + charge.unit() + " × " + number(charge.rate(), 2) + " = " + money(charge.amount()))));
        RequestCard card = new RequestCard(number.value(), ticket.subject(), new Span(number.value()));
        card.add(units);
        return card;
    }

    private String money(Money money) {
        return MoneyText.format(money, client.locale());
    }

    private String number(java.math.BigDecimal value, int decimals) {
        return MoneyText.number(value, decimals, client.locale());
    }
}
