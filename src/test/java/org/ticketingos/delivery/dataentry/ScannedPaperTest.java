package org.ticketingos.delivery.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.Lifecycle;
import org.springframework.context.PayloadApplicationEvent;
import org.ticketingos.delivery.Office;
import org.ticketingos.delivery.PaperRead;
import org.ticketingos.document.PdfWriter;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** Real papers through the real reader: a print with a text layer, and its scan through OCR in the worker. */
class ScannedPaperTest {

    private static final String INVOICE = """
            <html><head><title>Invoice</title><style>
            td, th { padding: 4pt 10pt; text-align: left; } .amount { text-align: right; } h1 { font-size: 16pt; }
            </style></head><body>
            <h1>Bharat Paper Mills Pvt Ltd</h1>
            <p>14 Mill Road, Pune 411001, Maharashtra. GSTIN 24AAQCA8719H1ZC</p>
            <h1>TAX INVOICE</h1>
            <table>
            <tr><td>Invoice number</td><td>BPM-2026-0417</td></tr>
            <tr><td>Invoice date</td><td>14/01/2026</td></tr>
            <tr><td>Due date</td><td>13/02/2026</td></tr>
            <tr><td>Order number</td><td>PO-88120</td></tr>
            <tr><td>Bill to</td><td>Acme Traders, 7 Dock Street, Mumbai</td></tr>
            </table>
            <table>
            <tr><th>Description</th><th>Quantity</th><th>Unit price</th><th>Amount</th></tr>
            <tr><td>Copier paper A4, 80 g</td><td>40</td><td class="amount">250.00</td><td class="amount">10,000.00</td></tr>
            <tr><td>Kraft envelopes C5</td><td>12</td><td class="amount">118.50</td><td class="amount">1,422.00</td></tr>
            </table>
            <table>
            <tr><td>Net amount</td><td class="amount">11,422.00</td></tr>
            <tr><td>CGST 9 percent</td><td class="amount">1,027.98</td></tr>
            <tr><td>SGST 9 percent</td><td class="amount">1,027.98</td></tr>
            <tr><td>Total INR</td><td class="amount">13,477.96</td></tr>
            </table>
            <p>Please pay within 30 days to account 50200012345678 at Pune Central Bank.</p>
            </body></html>""";

    private static final Map<String, Object> EXPECTED = Map.ofEntries(
            Map.entry("documentType", "invoice"), Map.entry("vendor", "Bharat Paper Mills Pvt Ltd"),
            Map.entry("documentNumber", "BPM-2026-0417"), Map.entry("documentDate", "2026-01-14"),
            Map.entry("dueDate", "2026-02-13"), Map.entry("orderNumber", "PO-88120"),
            Map.entry("taxId", "24AAQCA8719H1ZC"), Map.entry("currency", "INR"), Map.entry("net", "11422.00"),
            Map.entry("tax", "2055.96"), Map.entry("total", "13477.96"));

    private static Office office;
    private static final CountDownLatch READ = new CountDownLatch(2);

    @BeforeAll
    static void open() {
        office = new Office();
        office.beans.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof PaperRead) {
                READ.countDown();
            }
        });
        office.beans.getBeansOfType(Lifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getPackageName().startsWith("org.ticketingos.document"))
                .forEach(Lifecycle::start);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void a_print_and_its_scan_are_proposed_alike() throws Exception {
        TicketId print = ticket(new PdfWriter().fromHtml(INVOICE));
        TicketId scan = ticket(new PdfWriter().asScan(INVOICE));

        assertThat(READ.await(120, TimeUnit.SECONDS)).isTrue();

        office.run(() -> {
            assertThat(content(print).values()).containsAllEntriesOf(EXPECTED);
            assertThat(content(scan).values()).containsAllEntriesOf(EXPECTED);
            assertThat((List<?>) content(scan).values().get("lines")).hasSize(2);
            // At 200 dpi the reader takes an A of the tax id for a 4; the check digit mends it, and a person confirms.
            assertThat(content(scan).hints().get("taxId").confidence()).isLessThan(Proposal.PROVEN);
            assertThat(content(print).hints().get("taxId").confidence()).isGreaterThanOrEqualTo(Proposal.PROVEN);
            assertThat(content(scan).hints().get("total")).satisfies(hint -> {
                assertThat(hint.confidence()).isGreaterThanOrEqualTo(Proposal.PROVEN);
                assertThat(hint.box()).isNotNull();
                assertThat(UUID.fromString(hint.box().document())).isNotNull();
                assertThat(hint.box().page()).isEqualTo(1);
            });
        });
    }

    private static TicketId ticket(byte[] pdf) {
        TicketId ticket = office.ticket(office.client());
        office.paper(ticket, "invoice.pdf", pdf);
        office.run(() -> office.bean(DataEntrySteps.class).requestReading(ticket.toString()));
        return ticket;
    }

    private static FormFiller.Content content(TicketId ticket) {
        return office.bean(ValidateFieldsFiller.class).fill(ticket);
    }
}
