package org.ticketingos.ui.finance;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ticketingos.billing.Invoice;
import org.ticketingos.billing.InvoiceLine;
import org.ticketingos.billing.Invoices;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.MoneyText;
import org.ticketingos.ticket.Page;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.inbox.Paging;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** Every invoice, its lines, and the tickets behind each line. */
@Route("finance")
@Menu(title = "Invoices", icon = "vaadin:invoice", order = 5)
@RolesAllowed({"FINANCE", "ADMIN"})
class InvoicesView extends org.ticketingos.ui.shell.Page {

    private static final Locale READER = Locale.forLanguageTag("en-IN");

    private final Invoices invoices;
    private final Clients clients;
    private final InvoicePapers papers;
    private final Grid<Invoice> grid = new Grid<>();
    private final Div detail = new Div();

    InvoicesView(Invoices invoices, Clients clients, InvoicePapers papers, Clock clock) {
        super("Invoices");
        this.invoices = invoices;
        this.clients = clients;
        this.papers = papers;
        full();
        actions(run(clock));
        columns();
        detail.setVisible(false);
        add(grid, detail);
        load();
    }

    private Button run(Clock clock) {
        YearMonth month = YearMonth.now(clock).minusMonths(1);
        Button run = new Button("Bill " + Moments.month(month), VaadinIcon.COGS.create(), click -> {
            Invoices.RunResult result = invoices.run(month);
            Notice.done(Words.count(result.posted().size(), "invoice") + " posted for " + Moments.month(month) + ".");
            result.left().forEach(Notice::refused);
            load();
        });
        run.setTooltipText("Prices and posts the month that has ended. Pressed again, it does nothing twice.");
        return run;
    }

    private void columns() {
        grid.addColumn(Invoice::number).setHeader("Number").setAutoWidth(true);
        grid.addColumn(invoice -> clients.find(invoice.client()).map(Client::name).orElse("")).setHeader("Client")
                .setWidth("12rem").setFlexGrow(4);
        grid.addColumn(invoice -> Moments.day(invoice.date())).setHeader("Date").setAutoWidth(true);
        grid.addColumn(invoice -> Moments.day(invoice.due())).setHeader("Due").setAutoWidth(true);
        grid.addColumn(invoice -> MoneyText.format(invoice.net(), READER)).setHeader("Net").setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(invoice -> MoneyText.format(invoice.tax(), READER)).setHeader("Tax").setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(invoice -> MoneyText.format(invoice.total(), READER)).setHeader("Total").setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(InvoicePapers::state).setHeader("State").setAutoWidth(true);
        grid.addComponentColumn(papers::pdf).setHeader("Document").setAutoWidth(true);
        grid.addComponentColumn(this::paid).setHeader("Payment").setAutoWidth(true);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassNames("clickable", "numbers");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> show(click.getItem()));
        grid.setSizeFull();
        grid.setEmptyStateComponent(new Empty(
                VaadinIcon.INVOICE, "No invoice is posted yet.", "Accepted work is charged and shows up here."));
    }

    private Button paid(Invoice invoice) {
        Button paid = new Button("Mark as paid", click -> {
            invoices.paid(invoice.number());
            Notice.done(invoice.number() + " is paid; what agents earned with it is payable.");
            load();
        });
        paid.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        paid.setVisible(!List.of("PAID", "CREDITED").contains(invoice.state()));
        return paid;
    }

    private void load() {
        Paging.feed(grid, this::page, Invoice::id);
    }

    private Page<Invoice> page(@Nullable String cursor, int size) {
        List<Invoice> found = invoices.all(cursor, size + 1);
        List<Invoice> shown = found.stream().limit(size).toList();
        return new Page<>(shown, found.size() > size ? shown.get(size - 1).number() : null);
    }

    private void show(Invoice invoice) {
        Grid<InvoiceLine> lines = new Grid<>();
        lines.addColumn(InvoiceLine::text).setHeader("Line").setFlexGrow(3);
        lines.addColumn(line -> line.quantity().stripTrailingZeros().toPlainString() + " " + line.unit())
                .setHeader("Quantity").setAutoWidth(true).setTextAlign(ColumnTextAlign.END);
        lines.addColumn(line -> MoneyText.number(line.rate(), Math.max(2, line.rate().stripTrailingZeros().scale()), READER)).setHeader("Rate").setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END);
        lines.addColumn(line -> MoneyText.format(line.amount(), READER)).setHeader("Amount").setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END);
        lines.addComponentColumn(line -> {
            Div links = new Div();
            links.addClassName("row");
            line.tickets().stream().limit(12).forEach(number -> links.add(InboxNavigation.ticket(number)));
            if (line.tickets().size() > 12) {
                links.add(Words.count(line.tickets().size() - 12, "more ticket"));
            }
            return links;
        }).setHeader("Tickets").setFlexGrow(2);
        lines.setItems(invoices.lines(invoice.number()));
        lines.setAllRowsVisible(true);
        lines.setSelectionMode(Grid.SelectionMode.NONE);
        lines.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        detail.removeAll();
        detail.add(new Panel("Lines of " + invoice.number() + ": " + invoice.words(), lines));
        detail.getStyle().setMarginTop("0.75rem");
        detail.setVisible(true);
    }
}
