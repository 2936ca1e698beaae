package org.ticketingos.delivery.dataentry;

import org.ticketingos.delivery.ReconciliationReport;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.Office;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.ReconciliationReport.Part;
import org.ticketingos.ticket.TicketId;

class ReconciliationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 21);

    private static Office office;
    private static Reconciliation reconciliation;
    private ClientId client;

    @BeforeAll
    static void open() {
        office = new Office();
        reconciliation = office.bean(Reconciliation.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void new_client() {
        office.clock.set(Office.MORNING);
        client = office.client();
    }

    @Test
    void received_is_posted_and_rejected_and_open_in_every_currency() {
        TicketId ticket = office.ticket(client);
        office.invoice(ticket, "Bharat Paper", "BP-1", "118.00");
        office.invoice(ticket, "Bharat Paper", "BP-2", "218.00");
        office.run(() -> {
            Map<String, String> euro = Office.fields("Nordwind", "N-1", "50.00");
            euro.put("currency", "EUR");
            office.items.record(office.items.add(ticket, "invoice", null).id(), "invoice", euro, "amy");
            office.bean(Postings.class).post(ticket);
            office.items.reject(office.items.add(ticket, "invoice", null).id(), "unreadable", "amy");
            office.items.add(ticket, "invoice", null);
        });
        office.invoice(ticket, "Bharat Paper", "BP-3", "1000.50");

        ReconciliationReport report = report();

        assertThat(report.reconciled()).isTrue();
        assertThat(report.sums()).containsExactly(
                sum("", part(2, "0.00"), part(0, "0.00"), part(1, "0.00"), part(1, "0.00")),
                sum("EUR", part(1, "50.00"), part(1, "50.00"), part(0, "0.00"), part(0, "0.00")),
                sum("INR", part(3, "1336.50"), part(2, "336.00"), part(0, "0.00"), part(1, "1000.50")));
        assertThat(report.lines()).hasSize(6).allSatisfy(line -> assertThat(line.ticketId()).isEqualTo(ticket));
    }

    @Test
    void an_entry_missing_in_the_books_is_found() {
        WorkItem item = posted();
        office.run(() -> office.jdbc.sql("delete from ledger_entry where reference = ?").param(item.id()).update());

        assertThat(report().reconciled()).isFalse();
        assertThat(report().differences()).singleElement().asString().contains("missing in the books");
        assertThat(report().sums().get(0).addsUp()).isFalse();
    }

    @Test
    void an_altered_entry_is_found() {
        WorkItem item = posted();
        office.run(() -> office.jdbc.sql("update ledger_entry set total = 811.00 where reference = ?").param(item.id()).update());

        assertThat(report().differences()).singleElement().asString()
                .contains("keyed INR 118.00, but the books hold INR 811.00");
        assertThat(report().sums().get(0).addsUp()).isFalse();
    }

    @Test
    void an_entry_booked_twice_is_found() {
        WorkItem item = posted();
        office.run(() -> office.jdbc.sql("""
                        insert into ledger_entry (number, key, client_id, reference, type, vendor, document_number, currency,
                                                  total, posted_at)
                        select number || '-B', key || 'x', client_id, reference, type, vendor, document_number, currency,
                               total, posted_at from ledger_entry where reference = ?""")
                .param(item.id())
                .update());

        assertThat(report().differences()).singleElement().asString().contains("booked 2 times");
        assertThat(report().reconciled()).isFalse();
    }

    @Test
    void a_refused_posting_is_open_and_says_why() {
        posted();
        TicketId second = office.ticket(client);
        office.invoice(second, "Bharat Paper", "BP-1", "118.00");
        office.run(() -> office.bean(Postings.class).post(second));

        ReconciliationReport report = report();

        assertThat(report.reconciled()).isTrue();
        assertThat(report.lines()).filteredOn(line -> line.ticketId().equals(second)).singleElement()
                .satisfies(line -> {
                    assertThat(line.outcome()).isEqualTo("OPEN");
                    assertThat(line.note()).contains("Refused: Duplicate");
                });
    }

    @Test
    void a_day_is_the_clients_own_day() {
        office.clock.set(Office.MORNING.plus(Duration.ofHours(15)));
        posted();

        assertThat(report().lines()).isEmpty();
        assertThat(office.in(() -> reconciliation.report(client, DAY.plusDays(1))).lines()).hasSize(1);
    }

    @Test
    void the_report_is_a_table_for_programs_and_a_page_for_people() {
        posted();
        ReconciliationReport report = report();

        String csv = office.in(() -> new String(reconciliation.csv(report), StandardCharsets.UTF_8));
        byte[] pdf = office.in(() -> reconciliation.pdf(report));

        assertThat(csv.lines().toList()).hasSize(2).first().asString()
                .isEqualTo("ticket,document,type,vendor,documentNumber,currency,total,outcome,note");
        assertThat(csv).contains(",Document 1,invoice,Bharat Paper,BP-1,INR,118.00,POSTED,LE-");
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private WorkItem posted() {
        TicketId ticket = office.ticket(client);
        WorkItem item = office.invoice(ticket, "Bharat Paper", "BP-1", "118.00");
        office.run(() -> office.bean(Postings.class).post(ticket));
        return item;
    }

    private ReconciliationReport report() {
        return office.in(() -> reconciliation.report(client, DAY));
    }

    private static ReconciliationReport.Sum sum(String currency, Part received, Part posted, Part rejected, Part open) {
        return new ReconciliationReport.Sum(currency, received, posted, rejected, open);
    }

    private static Part part(int count, String sum) {
        return new Part(count, new BigDecimal(sum));
    }
}
