package org.ticketingos.billing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.ticketingos.client.Client;
import org.ticketingos.client.Contract;
import org.ticketingos.client.Money;
import org.ticketingos.client.MoneyText;
import org.ticketingos.ticket.TicketNumber;

/** An invoice as a page: the fields of Rule 46, numbers as the client reads them, each line with its tickets. */
class InvoicePage {

    private static final Pattern HOLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final int TICKETS_ON_THE_LINE = 24;

    private final Supplier supplier;
    private final Client client;
    private final Contract contract;
    private final Invoice invoice;
    private final List<InvoiceLine> lines;

    InvoicePage(Supplier supplier, Client client, Contract contract, Invoice invoice, List<InvoiceLine> lines) {
        this.supplier = supplier;
        this.client = client;
        this.contract = contract;
        this.invoice = invoice;
        this.lines = lines;
    }

    String html() {
        Map<String, String> values = new HashMap<>();
        values.put("kind", invoice.supply() == Supply.OUTSIDE_GST ? "Invoice" : "Tax invoice");
        values.put("number", text(invoice.number()));
        values.put("date", day(invoice.date()));
        values.put("due", day(invoice.due()));
        values.put("period", invoice.period().format(MONTH));
        values.put("contract", text(contract.number()));
        values.put("place", text(invoice.placeOfSupply()));
        values.put("supplierName", text(supplier.name()));
        values.put("supplierLines", supplierLines());
        values.put("clientName", text(client.name()));
        values.put("clientLines", clientLines());
        values.put("lines", lines.stream().map(this::line).collect(Collectors.joining()));
        values.put("words", text(upper(invoice.words())) + " only");
        values.put("sums", sums());
        values.put("notes", notes());
        values.put("bank", text(supplier.bank()));
        values.put("mail", text(supplier.mail()));
        values.put("annex", annex());
        return HOLE.matcher(template()).replaceAll(hole -> Matcher.quoteReplacement(values.get(hole.group(1))));
    }

    private String supplierLines() {
        String lut = invoice.supply() == Supply.EXPORT_UNDER_LUT ? "LUT " + supplier.lut() : "";
        return block(supplier.address()) + block("GSTIN " + supplier.gstin()) + block(lut);
    }

    private String clientLines() {
        boolean india = client.country().equals("IN");
        String taxId = client.taxId() == null ? "" : (india ? "GSTIN " : "Tax number ") + client.taxId();
        String state = india && client.stateCode() != null ? "State " + State.label(client.stateCode()) : "";
        return block(client.address()) + block(india ? state : PlaceOfSupply.country(client)) + block(taxId);
    }

    private String line(InvoiceLine line) {
        String tickets = line.tickets().size() > TICKETS_ON_THE_LINE
                ? line.tickets().size() + " tickets, listed at the end"
                : numbers(line.tickets());
        return "<tr><td>%d</td><td>%s<div class=\"tickets\">%s</div></td><td>%s</td><td class=\"r\">%s</td><td>%s</td>"
                        .formatted(
                                line.line(), text(line.text()), tickets, text(line.sac()),
                                number(line.quantity(), 0), text(line.unit()))
                + "<td class=\"r\">%s</td><td class=\"r\">%s %%</td><td class=\"r\">%s</td></tr>"
                        .formatted(
                                number(line.rate(), 2), number(line.taxPercent(), 0), money(line.amount()));
    }

    private String sums() {
        StringBuilder rows = new StringBuilder(sum("Taxable value", invoice.net()));
        BigDecimal percent = lines.get(0).taxPercent();
        BigDecimal half = percent.divide(BigDecimal.valueOf(2));
        switch (invoice.supply()) {
            case INTRA_STATE -> rows
                    .append(sum("CGST " + number(half, 0) + " %", invoice.cgst()))
                    .append(sum(State.localTax(supplier.stateCode()) + " " + number(half, 0) + " %", invoice.sgst()));
            case INTER_STATE, EXPORT_WITH_TAX -> rows.append(sum("IGST " + number(percent, 0) + " %", invoice.igst()));
            case EXPORT_UNDER_LUT -> rows.append(sum("IGST, zero-rated", invoice.igst()));
            case OUTSIDE_GST -> {}
        }
        if (!invoice.roundOff().isZero()) {
            rows.append(sum("Round-off", invoice.roundOff()));
        }
        return rows + sum("Total", invoice.total()).replaceFirst("<tr>", "<tr class=\"total\">");
    }

    private String sum(String label, Money money) {
        return "<tr><td>%s</td><td class=\"r\">%s</td></tr>".formatted(label, money(money));
    }

    private String notes() {
        return invoice.notes().isEmpty()
                ? ""
                : invoice.notes().stream()
                        .map(note -> "<div>" + text(note) + "</div>")
                        .collect(Collectors.joining("", "<div class=\"notes\">", "</div>"));
    }

    private String annex() {
        String lists = lines.stream()
                .filter(line -> line.tickets().size() > TICKETS_ON_THE_LINE)
                .map(line -> "<p>Line %d, %s:</p><p class=\"tickets\">%s</p>"
                        .formatted(line.line(), text(line.text()), numbers(line.tickets())))
                .collect(Collectors.joining());
        return lists.isEmpty() ? "" : "<div class=\"annex\"><h2>Tickets behind each line</h2>" + lists + "</div>";
    }

    private static String numbers(List<TicketNumber> tickets) {
        return tickets.stream()
                .map(TicketNumber::value)
                .collect(Collectors.joining(",</span> <span>", "<span>", "</span>"));
    }

    private String money(Money money) {
        return text(MoneyText.format(money, client.locale()));
    }

    private String number(BigDecimal value, int decimals) {
        return text(MoneyText.number(value, decimals, client.locale()));
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }

    private static String block(String words) {
        return words.isEmpty() ? "" : "<div>" + text(words) + "</div>";
    }

    private static String upper(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(CONTROL.matcher(words).replaceAll(" "), "UTF-8");
    }

    private static String template() {
        try (InputStream page = InvoicePage.class.getResourceAsStream("invoice.html")) {
            if (page == null) {
                throw new IllegalStateException("the invoice's template is not on the class path");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
