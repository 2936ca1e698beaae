package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
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
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.ForClient;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;

/** A client's invoices, each with its document and what it charges. */
@Route("portal/invoices")
@Menu(title = "portal.menu.invoices", icon = "vaadin:invoice", order = 4)
@RolesAllowed("CLIENT")
@ForClient(invoices = true)
class PortalInvoicesView extends Page {

    private static final int PAGE = 25;

    private final Invoices invoices;
    private final InvoicePapers papers;
    private final Client client;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button(say("portal.more"), click -> load());
    private @Nullable String last;

    PortalInvoicesView(Invoices invoices, InvoicePapers papers, Clients clients) {
        super(say("portal.invoices"));
        this.invoices = invoices;
        this.papers = papers;
        this.client = clients.get(Objects.requireNonNull(CurrentUser.get().client()));
        list.addClassNames("cards", "printed");
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
            list.add(new ListItem(new Empty(VaadinIcon.INVOICE, say("portal.invoices.none"),
                    say("portal.invoices.none.advice", client.billingMail()))));
        }
    }

    private Article card(Invoice invoice) {
        Anchor number = new Anchor("portal/invoices/" + invoice.number().replace('/', '_'), invoice.number());
        number.addClassName("strong");
        Span total = new Span(MoneyText.format(invoice.total(), client.locale()));
        total.addClassNames("strong", "numbers", "push");
        Chip state = InvoicePapers.state(invoice);
        state.setText(say("portal.invoice-state." + invoice.state()));
        Div top = new Div(number, state, total);
        top.addClassNames("row", "touch-links");
        Span dates = new Span(say("portal.invoices.dates", Moments.day(invoice.date()), Moments.day(invoice.due())));
        dates.addClassNames("soft", "small");
        Div below = new Div(dates, papers.pdf(invoice));
        below.addClassNames("row", "touch-links");
        Article card = new Article(top, below);
        card.addClassName("card");
        return card;
    }
}
