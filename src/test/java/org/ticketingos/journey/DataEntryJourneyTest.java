package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ticketingos.document.PdfWriter;

/** A mailed scan becomes a closed, invoiced, surveyed ticket through the API alone. */
class DataEntryJourneyTest extends WholeApplication {

    @Test
    void a_mailed_scan_runs_from_request_to_closed_and_invoiced_with_one_round_of_rework() {
        String subject = "Invoice SPM/2026/0417 to be entered";
        new Mail(smtpPort())
                .send(
                        Mail.newId(),
                        "meera.nair@acme.example",
                        subject,
                        "Dear team,\nplease enter the attached vendor invoice into our books.\nMeera",
                        Map.of(),
                        Map.of("sharma-invoice.pdf", scan("SPM/2026/0417")));
        String number = Api.eventually(() -> ticketWithSubject(subject), "a ticket about " + subject);
        DataEntryWalk walk = new DataEntryWalk(this::as, number);

        walk.triage();
        JsonNode read = walk.keying().path("values");
        assertThat(read.path("total").asText()).isEqualTo("11800.00");
        assertThat(read.path("documentNumber").asText()).isEqualTo("SPM/2026/0417");
        walk.key("SPM/2026/0417");
        walk.reviewWithDefect("Sharma Paper Mills Ltd");
        walk.review();
        walk.accept();
        walk.survey();

        JsonNode closed = as("client").ticketWith(number, "CLOSED");
        assertThat(walk.stages())
                .containsExactly(
                        "CLASSIFY",
                        "VALIDATE",
                        "ASSIGN",
                        "PROCESS",
                        "QUALITY_CHECK",
                        "DEFECT_LOGGING",
                        "QUALITY_CHECK",
                        "APPROVAL",
                        "INVOICE_BILLING",
                        "CLOSURE");
        assertThat(closed.path("links").findValuesAsText("relation")).contains("invoice", "defect");
    }

    private Optional<String> ticketWithSubject(String subject) {
        for (JsonNode ticket : as("agent").get("/api/v1/tickets").body().path("items")) {
            if (ticket.path("subject").asText().equals(subject)) {
                return Optional.of(ticket.path("number").asText());
            }
        }
        return Optional.empty();
    }

    static byte[] scan(String number) {
        return new PdfWriter().asScan("""
                <html><head><style>@page { size: A4; margin: 20mm } body { font-size: 12pt }
                td { padding: 3px 14px 3px 0 }</style></head><body>
                <h1>TAX INVOICE</h1><p><b>Sharma Paper Mills</b><br/>22 Mill Road, Pune 411001<br/>
                GSTIN: 27AAATS0002C1ZB</p>
                <table><tr><td>Invoice No:</td><td>%s</td></tr><tr><td>Invoice Date:</td><td>12-11-2026</td></tr></table>
                <p>Bill to: Acme Traders Private Limited, Bengaluru</p>
                <table><tr><td>Description</td><td>Qty</td><td>Rate</td><td>Amount</td></tr>
                <tr><td>Copier paper A4</td><td>50</td><td>200.00</td><td>10000.00</td></tr></table>
                <table><tr><td>Sub Total</td><td>10000.00</td></tr><tr><td>IGST 18%%</td><td>1800.00</td></tr>
                <tr><td><b>Total</b></td><td><b>INR 11800.00</b></td></tr></table></body></html>""".formatted(number));
    }
}
