package org.ticketingos.delivery.dataentry;

import org.ticketingos.delivery.ReconciliationReport;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Money;
import org.ticketingos.client.MoneyText;
import org.ticketingos.delivery.Csv;
import org.ticketingos.delivery.ReconciliationReport.Line;
import org.ticketingos.delivery.ReconciliationReport.Part;
import org.ticketingos.delivery.ReconciliationReport.Sum;
import org.ticketingos.document.PdfWriter;

/** The reconciliation as a table for programs and as a page for people. */
@Component
class ReconciliationFiles {

    private static final String STYLE = """
            @page { size: A4 landscape; @bottom-right { content: "Page " counter(page) " of " counter(pages);
                    font: 8pt 'DejaVu Sans Condensed'; color: #5b6573; } }
            body { color: #1c2430; } h1 { font-size: 16pt; margin: 12pt 0 2pt 0; }
            h2 { font-size: 11pt; margin: 14pt 0 4pt 0; }
            .house { color: #5b6573; font-size: 8.5pt; border-bottom: 1.5pt solid #1f5fbf; padding-bottom: 4pt; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th { text-align: left; font-weight: normal; color: #5b6573; border-bottom: 0.75pt solid #aab3bf; }
            th, td { padding: 3pt 8pt 3pt 0; } td { border-bottom: 0.5pt solid #e1e5ea; }
            th.right, td.right { text-align: right; }
            .ok { color: #1b6e3c; } .bad { color: #a32020; }
            """;

    private final Clients clients;
    private final PdfWriter pdf;

    ReconciliationFiles(Clients clients, PdfWriter pdf) {
        this.clients = clients;
        this.pdf = pdf;
    }

    byte[] csv(ReconciliationReport report) {
        List<String> header = List.of(
                "ticket", "document", "type", "vendor", "documentNumber", "currency", "total", "outcome", "note");
        List<List<String>> rows = report.lines().stream()
                .map(line -> List.of(line.ticket(), line.document(), line.type(), line.vendor(), line.documentNumber(),
                        line.currency(), line.total() == null ? "" : line.total().toPlainString(), line.outcome(),
                        line.note()))
                .toList();
        return Csv.of(header, rows).getBytes(StandardCharsets.UTF_8);
    }

    byte[] pdf(ReconciliationReport report) {
        Client client = clients.get(report.client());
        Locale locale = client.locale();
        StringBuilder body = new StringBuilder("<div class=\"house\">TicketingOS · Daily reconciliation</div>");
        body.append("<h1>").append(esc(client.name() + ", " + report.day())).append("</h1>");
        body.append(report.reconciled()
                ? "<div class=\"ok\">Reconciled: received = posted + rejected + open, and the books agree.</div>"
                : "<div class=\"bad\">Not reconciled: see the differences below.</div>");
        body.append("<h2>Sums</h2>");
        table(body, List.of("Currency", "Received", "sum", "Posted", "sum", "Rejected", "sum", "Open", "sum"),
                sums(report, locale), Set.of(1, 2, 3, 4, 5, 6, 7, 8));
        if (!report.differences().isEmpty()) {
            body.append("<h2>Differences</h2><ul>");
            report.differences().forEach(one -> body.append("<li>").append(esc(one)).append("</li>"));
            body.append("</ul>");
        }
        body.append("<h2>Documents</h2>");
        table(body, List.of("Ticket", "Document", "Type", "Vendor", "Number", "Total", "Outcome", "Note"),
                report.lines().stream().map(line -> cells(line, locale)).toList(), Set.of(5));
        return pdf.fromHtml("<html><head><title>Reconciliation</title><style>" + STYLE + "</style></head><body>" + body
                + "</body></html>");
    }

    private static List<List<String>> sums(ReconciliationReport report, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        for (Sum sum : report.sums()) {
            List<String> row = new ArrayList<>(List.of(sum.currency().isEmpty() ? "no amount" : sum.currency()));
            for (Part part : List.of(sum.received(), sum.posted(), sum.rejected(), sum.open())) {
                row.add(String.valueOf(part.count()));
                row.add(sum.currency().isEmpty() ? "" : money(part.sum(), sum.currency(), locale));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(Line line, Locale locale) {
        String total = line.total() == null ? "" : money(line.total(), line.currency(), locale);
        return List.of(line.ticket(), line.document(), line.type().replace('-', ' '), line.vendor(),
                line.documentNumber(), total, line.outcome().toLowerCase(Locale.ROOT), line.note());
    }

    private static String money(BigDecimal amount, String currency, Locale locale) {
        return currency.isEmpty()
                ? amount.toPlainString()
                : MoneyText.format(new Money(amount, Currency.getInstance(currency)), locale);
    }

    /** @param right columns of numbers, counted from 0 */
    private static void table(StringBuilder body, List<String> header, List<List<String>> rows, Set<Integer> right) {
        body.append("<table><thead>").append(row("th", header, right)).append("</thead><tbody>");
        rows.forEach(cells -> body.append(row("td", cells, right)));
        body.append("</tbody></table>");
    }

    private static String row(String tag, List<String> cells, Set<Integer> right) {
        List<String> html = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String open = "<" + tag + (right.contains(i) ? " class=\"right\">" : ">");
            html.add(open + esc(cells.get(i)) + "</" + tag + ">");
        }
        return "<tr>" + html.stream().collect(Collectors.joining()) + "</tr>";
    }

    private static String esc(String text) {
        String clean = text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
        return HtmlUtils.htmlEscapeDecimal(clean);
    }
}
