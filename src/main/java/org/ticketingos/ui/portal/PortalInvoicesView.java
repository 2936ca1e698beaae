package org.ticketingos.ui.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.billing.Invoice;
import org.ticketingos.billing.Invoices;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.MoneyText;
import org.ticketingos.ui.finance.InvoicePapers;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;

/** A client's invoices, each with its document. */
@Route("portal/invoices")
@Menu(title = "Invoices", icon = "vaadin:invoice", order = 2)
@RolesAllowed("CLIENT")
class PortalInvoicesView extends Page {

    private static final int PAGE = 25;

    private final Invoices invoices;
    private final InvoicePapers papers;
    private final Client client;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button("Show more", click -> load());
    private @Nullable String last;

    PortalInvoicesView(Invoices invoices, InvoicePapers papers, Clients clients) {
        super("Invoices");
        this.invoices = invoices;
        this.papers = papers;
        this.client = clients.get(Objects.requireNonNull(CurrentUser.get().client()));
        list.addClassName("cards");
        add(list, more);
        load();
    }

    private void load() {
        List<Invoice> found = invoices.of(client.id(), last, PAGE);
        found.forEach(invoice -> list.add(new ListItem(card(invoice))));
        more.setVisible(found.size() == PAGE);
        if (!found.isEmpty()) {
            last = found.get(found.size() - 1).number();
        } else if (last == null) {
            list.add(new ListItem(new Empty(
                    VaadinIcon.INVOICE, "There is no invoice yet.", "Invoices are mailed to " + client.billingMail()
                            + " and kept here.")));
        }
    }

    private Article card(Invoice invoice) {
        Span number = new Span(invoice.number());
        number.addClassName("strong");
        Span total = new Span(MoneyText.format(invoice.total(), client.locale()));
        total.addClassNames("strong", "numbers", "push");
        Div top = new Div(number, InvoicePapers.state(invoice), total);
        top.addClassName("row");
        Span dates = new Span(Moments.day(invoice.date()) + ", due " + Moments.day(invoice.due()));
        dates.addClassNames("soft", "small");
        Div below = new Div(dates, papers.pdf(invoice));
        below.addClassName("row");
        Article card = new Article(top, below);
        card.addClassName("card");
        return card;
    }
}
