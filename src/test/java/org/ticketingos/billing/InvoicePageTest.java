package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Contract;
import org.ticketingos.client.Money;
import org.ticketingos.client.MoneyText;
import org.ticketingos.client.PricingModel;
import org.ticketingos.document.PdfWriter;
import org.ticketingos.ticket.TicketNumber;

class InvoicePageTest {

    @Test
    void an_indian_invoice_shows_lakhs_its_taxes_and_its_tickets() throws IOException {
        String text = text("invoice-india", page("IN", "en-IN", Supply.INTRA_STATE, "INR", 3));

        assertThat(text)
                .contains("Tax invoice", "TOS/26-27/000042", "₹3,07,200.00", "CGST 9 %", "₹27,648.00", "₹3,62,496.00")
                .contains("Three lakh sixty-two thousand four hundred ninety-six Indian rupees only")
                .contains("GSTIN 29AAFCT4821K1Z0", "Acme & <Sons>", "998595", "T-2001, T-2002, T-2003", "29-Karnataka");
    }

    @Test
    void a_german_invoice_is_written_as_germans_read_numbers() throws IOException {
        String text = text("invoice-export", page("DE", "de-DE", Supply.EXPORT_UNDER_LUT, "EUR", 3));

        assertThat(text).contains("307.200,00 €", "IGST, zero-rated", "LUT AD290426000000X", "Germany");
    }

    @Test
    void many_tickets_are_listed_at_the_end() throws IOException {
        String text = text("invoice-long", page("IN", "en-IN", Supply.INTER_STATE, "INR", 3300));

        assertThat(text).contains("3300 tickets, listed at the end", "Tickets behind each line", "T-5300", "IGST 18 %");
    }

    private static String page(String country, String locale, Supply supply, String currency, int tickets) {
        Client client = new Client(
                new ClientId("acme"), "Acme & <Sons>\u0007", "14 Residency Road, Bengaluru 560025", country,
                country.equals("IN") ? "29" : null, country.equals("IN") ? "29AAACA0001B1ZR" : "DE811234567",
                ZoneId.of("Asia/Kolkata"), Locale.forLanguageTag(locale), "pay@acme.example");
        Contract contract = new Contract(
                "c", client.id(), "ACME-DE-2026", "data-entry", PricingModel.PER_TRANSACTION,
                Currency.getInstance(currency), "standard", "always", 10, BigDecimal.ONE, "FIELD", true, 3, 14,
                new BigDecimal("0.2"), "MONTHLY", LocalDate.of(2026, 1, 1), null, List.of());
        Money net = Money.of("307200", currency);
        Tax tax = Tax.of(List.of(net), new BigDecimal("18"), supply).get(0);
        InvoiceLine line = new InvoiceLine(
                1, "Accepted documents", "998595", new BigDecimal("87771.428571"), "document", new BigDecimal("3.50"),
                net.amount(), net, new BigDecimal(supply == Supply.EXPORT_UNDER_LUT ? "0" : "18"), tax.cgst(),
                tax.sgst(), tax.igst(),
                IntStream.rangeClosed(2001, 2000 + tickets).mapToObj(n -> new TicketNumber("T-" + n)).toList());
        Money total = net.plus(tax.sum());
        Invoice invoice = new Invoice(
                UUID.randomUUID(), client.id(), "c", "TOS/26-27/000042", YearMonth.of(2026, 9), "POSTED",
                LocalDate.of(2026, 10, 4), LocalDate.of(2026, 11, 3), Instant.EPOCH, supply,
                country.equals("IN") ? "29-Karnataka" : "96-Germany", net, tax.cgst(), tax.sgst(), tax.igst(),
                Money.zero(net.currency()), total,
                MoneyText.inWords(total, Locale.forLanguageTag("en-" + country)),
                List.of("Tax is not payable on reverse charge.", "Not yet confirmed by two people: SAC 998595."),
                UUID.randomUUID());
        return new InvoicePage(SampleSupplier.sample(), client, contract, invoice, List.of(line)).html();
    }

    private static String text(String name, String html) throws IOException {
        byte[] pdf = new PdfWriter().fromHtml(html);
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
