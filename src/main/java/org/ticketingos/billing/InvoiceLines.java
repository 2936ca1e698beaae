package org.ticketingos.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.Money;
import org.ticketingos.ticket.TicketNumber;

/** The lines of invoices: equal charges together, each opening to its tickets. */
@Repository
class InvoiceLines {

    private final JdbcClient jdbc;

    InvoiceLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Charges of an invoice that share text, unit and rate, added up; what comes to nothing is left out. */
    List<Sum> gathered(UUID invoice) {
        return jdbc.sql("""
                        select text, unit, rate, sum(quantity) as quantity, sum(exact) as exact, sum(amount) as amount
                        from charge where invoice_id = ? group by text, unit, rate
                        having sum(amount) <> 0 or sum(exact) <> 0
                        order by min(written_at), min(position), text""")
                .param(invoice)
                .query((row, n) -> new Sum(
                        row.getString("text"),
                        row.getString("unit"),
                        row.getBigDecimal("rate"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("exact"),
                        row.getBigDecimal("amount")))
                .list();
    }

    record Sum(
            String text, String unit, BigDecimal rate, BigDecimal quantity, BigDecimal exact, BigDecimal amount) {}

    /** Tickets behind one line: of its own charges, or of the usage a monthly charge was priced from. */
    List<TicketNumber> tickets(UUID invoice, String text, String unit, BigDecimal rate) {
        return jdbc.sql("""
                        select number from ticket where id in (
                            select c.ticket_id from charge c
                            where c.invoice_id = :invoice and c.text = :text and c.unit = :unit and c.rate = :rate
                            union
                            select u.ticket_id from charge c
                            join charge m on m.contract_id = c.contract_id and m.rate_id = c.rate_id
                                 and m.period = c.period and m.revision = c.revision and m.ticket_id is null
                            join charge_usage cu on cu.charge_id = m.id
                            join usage_event u on u.id = cu.usage_id
                            where c.invoice_id = :invoice and c.text = :text and c.unit = :unit and c.rate = :rate
                              and c.ticket_id is null)
                        order by length(number), number""")
                .param("invoice", invoice)
                .param("text", text)
                .param("unit", unit)
                .param("rate", rate)
                .query((row, n) -> new TicketNumber(row.getString("number")))
                .list();
    }

    void insert(UUID invoice, String client, List<InvoiceLine> lines) {
        for (InvoiceLine line : lines) {
            jdbc.sql("""
                            insert into invoice_line (invoice_id, line, client_id, text, sac, quantity, unit, rate,
                                                      exact, amount, tax_percent, cgst, sgst, igst)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            invoice, line.line(), client, line.text(), line.sac(), line.quantity(), line.unit(),
                            line.rate(), line.exact(), line.amount().amount(), line.taxPercent(),
                            line.cgst().amount(), line.sgst().amount(), line.igst().amount())
                    .update();
        }
    }

    List<InvoiceLine> of(Invoice invoice) {
        var currency = invoice.total().currency();
        List<InvoiceLine> lines = jdbc.sql("select * from invoice_line where invoice_id = ? order by line")
                .param(invoice.id())
                .query((row, n) -> new InvoiceLine(
                        row.getInt("line"),
                        row.getString("text"),
                        row.getString("sac"),
                        row.getBigDecimal("quantity"),
                        row.getString("unit"),
                        row.getBigDecimal("rate"),
                        row.getBigDecimal("exact"),
                        new Money(row.getBigDecimal("amount"), currency),
                        row.getBigDecimal("tax_percent"),
                        new Money(row.getBigDecimal("cgst"), currency),
                        new Money(row.getBigDecimal("sgst"), currency),
                        new Money(row.getBigDecimal("igst"), currency),
                        List.of()))
                .list();
        return lines.stream()
                .map(line -> line.openedTo(tickets(invoice.id(), line.text(), line.unit(), line.rate())))
                .toList();
    }
}
