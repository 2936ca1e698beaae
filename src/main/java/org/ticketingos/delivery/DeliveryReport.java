package org.ticketingos.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;
import org.ticketingos.client.Client;
import org.ticketingos.client.Money;
import org.ticketingos.client.MoneyText;
import org.ticketingos.ticket.Ticket;

/** The delivery as a page to read: what was keyed, document by document, and what was not and why. */
record DeliveryReport(
        Ticket ticket, Client client, int round, List<WorkItem> recorded, List<Rejected> rejected, Instant at) {

    private static final Set<String> MONEY = Set.of("net", "tax", "total", "unitPrice", "amount");

    /** A document that was no work for us. */
    record Rejected(String label, String reason) {}

    private static final String STYLE = """
            @page { @bottom-left { content: "%s"; font: 8pt 'DejaVu Sans Condensed'; color: #5b6573; }
                    @bottom-right { content: "Page " counter(page) " of " counter(pages);
                                    font: 8pt 'DejaVu Sans Condensed'; color: #5b6573; } }
            body { color: #1c2430; line-height: 1.35; }
            .house { color: #5b6573; font-size: 8.5pt; border-bottom: 1.5pt solid #1f5fbf; padding-bottom: 4pt; }
            h1 { font-size: 17pt; margin: 14pt 0 2pt 0; } h2 { font-size: 11pt; margin: 16pt 0 4pt 0; }
            table { width: 100%%; border-collapse: collapse; }
            .facts td { padding: 1.5pt 8pt 1.5pt 0; } .facts .name { color: #5b6573; width: 32mm; }
            .item { page-break-inside: avoid; }
            .grid th { text-align: left; font-weight: normal; color: #5b6573; border-bottom: 0.75pt solid #aab3bf; }
            .grid th, .grid td { padding: 3pt 6pt 3pt 0; } .grid td { border-bottom: 0.5pt solid #e1e5ea; }
            .grid .name { color: #5b6573; width: 42mm; } .lines { margin-top: 8pt; }
            .grid th.right, .grid td.right { text-align: right; padding-right: 0; padding-left: 6pt; }
            .total td { font-weight: bold; }
            """;

    String html() {
        StringBuilder body = new StringBuilder();
        body.append("<div class=\"house\">TicketingOS · Delivery report</div>");
        body.append("<h1>").append(esc(ticket.number() + ", delivery " + round)).append("</h1>");
        body.append("<div>").append(esc(ticket.subject())).append("</div><h2>Summary</h2><table class=\"facts\">");
        fact(body, "Client", client.name());
        fact(body, "Delivered", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(client.locale()).withZone(client.zone()).format(at) + " (" + client.zone() + ")");
        fact(body, "Documents keyed", String.valueOf(recorded.size()));
        fact(body, "Documents rejected", String.valueOf(rejected.size()));
        body.append("</table>");
        recorded.forEach(item -> item(body, item));
        if (!rejected.isEmpty()) {
            body.append("<h2>Not keyed</h2><table class=\"grid\"><tr><th>Document</th><th>Reason</th></tr>");
            rejected.forEach(one -> body.append("<tr><td>").append(esc(one.label)).append("</td><td>")
                    .append(esc(one.reason.replace('-', ' '))).append("</td></tr>"));
            body.append("</table>");
        }
        return "<html><head><title>" + esc("Delivery " + ticket.number()) + "</title><style>"
                + STYLE.formatted(ticket.number()) + "</style></head><body>" + body + "</body></html>";
    }

    private void item(StringBuilder body, WorkItem item) {
        Map<String, String> fields = FieldNames.plain(item.fields());
        body.append("<div class=\"item\"><h2>").append(esc(item.label() + ": " + words(item.type())))
                .append("</h2><table class=\"grid\">");
        fields.forEach((name, value) -> {
            if (!name.equals("documentType")) {
                body.append(name.equals("total") ? "<tr class=\"total\">" : "<tr>").append("<td class=\"name\">")
                        .append(esc(FieldNames.label(name))).append("</td><td>")
                        .append(esc(shown(name, value, fields))).append("</td></tr>");
            }
        });
        body.append("</table>");
        List<Map<String, String>> lines = FieldNames.rows(item.fields());
        if (!lines.isEmpty()) {
            List<String> columns = List.of("description", "quantity", "unitPrice", "amount");
            body.append("<table class=\"grid lines\"><tr>");
            columns.forEach(column -> body.append(cell("th", column, FieldNames.label(column))));
            body.append("</tr>");
            lines.forEach(line -> {
                body.append("<tr>");
                columns.forEach(column ->
                        body.append(cell("td", column, shown(column, line.getOrDefault(column, ""), fields))));
                body.append("</tr>");
            });
            body.append("</table>");
        }
        body.append("</div>");
    }

    private static String cell(String tag, String column, String text) {
        String side = column.equals("description") ? "" : " class=\"right\"";
        return "<" + tag + side + ">" + esc(text) + "</" + tag + ">";
    }

    private String shown(String name, String value, Map<String, String> fields) {
        String currency = fields.getOrDefault("currency", "");
        if (!MONEY.contains(name) || !value.matches("-?\\d+(\\.\\d+)?") || currency.isEmpty()) {
            return value;
        }
        return MoneyText.format(new Money(new BigDecimal(value), Currency.getInstance(currency)), client.locale());
    }

    private static void fact(StringBuilder body, String name, String value) {
        body.append("<tr><td class=\"name\">").append(esc(name));
        body.append("</td><td>").append(esc(value)).append("</td></tr>");
    }

    private static String words(String code) {
        return code.replace('-', ' ');
    }

    /** XML, not HTML: numbered references, and no character that XML forbids. */
    private static String esc(String text) {
        String clean = text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
        return HtmlUtils.htmlEscapeDecimal(clean);
    }
}
