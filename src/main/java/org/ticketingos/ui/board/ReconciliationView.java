package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.MoneyText;
import org.ticketingos.delivery.DailyReconciliation;
import org.ticketingos.delivery.ReconciliationReport;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** One client's day: received = posted + rejected + open, document by document, to look at and to hand on. */
@Route("reconciliation")
@Menu(title = "Daily reconciliation", icon = "vaadin:records", order = 4.6)
@RolesAllowed({"SUPERVISOR", "FINANCE", "ADMIN"})
class ReconciliationView extends Page implements BeforeEnterObserver {

    private static final Locale READER = Locale.forLanguageTag("en-IN");

    private final DailyReconciliation reconciliation;
    private final List<Client> clients;
    private final Clock clock;
    private final ComboBox<Client> client = new ComboBox<>("Client");
    private final DatePicker day = new DatePicker("Day");
    private final Div body = new Div();

    ReconciliationView(DailyReconciliation reconciliation, Clients clients, Clock clock) {
        super("Daily reconciliation");
        this.reconciliation = reconciliation;
        this.clients = clients.all();
        this.clock = clock;
        lead("Everything received on a day is posted, rejected or still open; the sums must agree with the books.");
        day.setI18n(Moments.dates());
        client.setItems(this.clients);
        client.setWidth("18rem");
        client.setItemLabelGenerator(Client::name);
        client.addValueChangeListener(change -> go(change.isFromClient()));
        day.addValueChangeListener(change -> go(change.isFromClient()));
        Div choice = new Div(client, day);
        choice.addClassName("filters");
        body.addClassName("stack");
        add(choice, body);
    }

    private void go(boolean byUser) {
        if (byUser && client.getValue() != null && day.getValue() != null) {
            getUI().ifPresent(ui -> ui.navigate(
                    ReconciliationView.class,
                    QueryParameters.simple(Map.of(
                            "client", client.getValue().id().value(), "day", day.getValue().toString()))));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        String id = address.getSingleParameter("client").orElse("");
        client.setValue(clients.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElse(clients.stream().filter(one -> !one.id().value().equals("house")).findFirst().orElse(null)));
        Client chosen = client.getValue();
        LocalDate today = LocalDate.ofInstant(clock.instant(), chosen == null ? Moments.zone() : chosen.zone());
        day.setMax(today);
        day.setValue(address.getSingleParameter("day").map(text -> date(text, today)).orElse(today));
        body.removeAll();
        if (chosen != null) {
            show(chosen, day.getValue());
        }
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private void show(Client chosen, LocalDate of) {
        ReconciliationReport report = reconciliation.report(chosen.id(), of);
        if (report.lines().isEmpty()) {
            body.add(new Empty(VaadinIcon.FILE_O, "Nothing came in from " + chosen.name() + " on " + Moments.day(of) + ".",
                    "Choose another day; days are counted in the client's own time zone."));
            return;
        }
        body.add(report.reconciled()
                ? new Notice("Reconciled: counts and sums agree with the books.", Tone.OK)
                : new Notice("Not reconciled. " + String.join(" ", report.differences()), Tone.BAD));
        Panel sums = new Panel("Sums per currency", sums(report));
        Div files = new Div(
                file(report, "csv", "text/csv", reconciliation::csv), file(report, "pdf", "application/pdf", reconciliation::pdf));
        files.addClassName("row");
        sums.beside(files);
        body.add(sums, new Panel("Documents", lines(report)));
    }

    private static Anchor file(
            ReconciliationReport report, String ending, String type, Function<ReconciliationReport, byte[]> content) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = content.apply(report);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    "reconciliation-" + report.client() + "-" + report.day() + "." + ending,
                    type,
                    bytes.length);
        });
        Anchor link = new Anchor(handler, AttachmentType.DOWNLOAD, ending.toUpperCase(Locale.ROOT));
        link.setAriaLabel("Download as " + ending.toUpperCase(Locale.ROOT));
        return link;
    }

    private static Component sums(ReconciliationReport report) {
        Sheet sheet = new Sheet("Sums", List.of("Currency", "Received", "Posted", "Rejected", "Open", "Adds up"));
        report.sums().forEach(sum -> sheet.row(
                Sheet.text(sum.currency().isEmpty() ? "Without an amount" : sum.currency()),
                part(sum.received()),
                part(sum.posted()),
                part(sum.rejected()),
                part(sum.open()),
                sum.addsUp() ? new Chip(VaadinIcon.CHECK_CIRCLE_O, "Yes", Tone.OK) : new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, "No", Tone.BAD)));
        return sheet;
    }

    private static Component part(ReconciliationReport.Part part) {
        return new Div(Sheet.text(Words.count(part.count(), "document")), Sheet.soft(" " + amount(part.sum())));
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "–" : MoneyText.number(amount, 2, READER);
    }

    private static Component lines(ReconciliationReport report) {
        Sheet sheet = new Sheet("Documents", List.of("Ticket", "Document", "Vendor and number", "Amount", "Outcome"));
        report.lines().forEach(line -> sheet.row(
                org.ticketingos.ui.inbox.InboxNavigation.ticket(new org.ticketingos.ticket.TicketNumber(line.ticket())),
                new Div(Sheet.text(line.document()), Sheet.soft(" " + Words.text(line.type()))),
                new Div(Sheet.text(line.vendor()), Sheet.soft(" " + line.documentNumber())),
                Sheet.text(line.total() == null ? "–" : line.currency() + " " + amount(line.total())),
                new Div(
                        new Chip(Words.text(line.outcome()), switch (line.outcome()) {
                            case "POSTED" -> Tone.OK;
                            case "REJECTED" -> Tone.WARN;
                            default -> Tone.INFO;
                        }),
                        Sheet.soft(" " + line.note()))));
        return sheet;
    }
}
