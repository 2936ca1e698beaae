package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ticketingos.document.PdfWriter;

/** A mailed scan becomes a closed, invoiced, surveyed ticket through the API alone. */
class DataEntryJourneyTest extends WholeApplication {

    private static final Map<String, Object> ON_PAPER = Map.ofEntries(
            Map.entry("documentType", "invoice"),
            Map.entry("vendor", "Sharma Paper Mills"),
            Map.entry("documentNumber", "SPM/2026/0417"),
            Map.entry("documentDate", "2026-11-12"),
            Map.entry("currency", "INR"),
            Map.entry("net", "10000.00"),
            Map.entry("tax", "1800.00"),
            Map.entry("total", "11800.00"),
            Map.entry("ledgerCode", "5100"));

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
        confirmTriageWhereAsked(number);

        JsonNode validate = as("agent").task(number, "data-entry-validate-fields");
        assertThat(validate.path("values").path("total").asText()).isEqualTo("11800.00");
        assertThat(validate.path("values").path("documentNumber").asText()).isEqualTo("SPM/2026/0417");
        keeper(validate).complete(validate, People.keyed(validate, ON_PAPER));

        JsonNode review = as("reviewer").task(number, "quality-review");
        as("reviewer").complete(review, People.reviewed(review, Map.of(firstLabel(review), "Sharma Paper Mills Ltd")));
        JsonNode rework = as("supervisor").ticketIn(number, "DEFECT_LOGGING");
        JsonNode correct = as(rework.path("owner").asText()).task(number, "defect-correct-work");
        keeper(correct).complete(correct, People.corrected(correct));
        JsonNode again = as("reviewer").task(number, "quality-review");
        as("reviewer").complete(again, People.reviewed(again, Map.of()));

        JsonNode accept = as("client").task(number, "client-review-accept");
        as("client").complete(accept, People.accepted(accept));
        JsonNode survey = as("client").task(number, "closure-survey");
        as("client").complete(survey, People.pleased());

        JsonNode closed = as("client").ticketWith(number, "CLOSED");
        assertThat(closed.path("stage").asText()).isEqualTo("CLOSURE");
        assertThat(stages(number))
                .containsExactly(
                        "CLASSIFY",
                        "VALIDATE",
                        "ASSIGN",
                        "PROCESS",
                        "QUALITY_CHECK",
                        "DEFECT_LOGGING",
                        "APPROVAL",
                        "INVOICE_BILLING",
                        "CLOSURE");
        assertThat(links(closed)).contains("invoice", "defect");
    }

    private static String firstLabel(JsonNode review) {
        return review.path("values").path("checks").get(0).path("label").asText();
    }

    /** Only a request the classifier is unsure about is confirmed by a person. */
    private void confirmTriageWhereAsked(String number) {
        String stage = Api.eventually(
                () -> {
                    JsonNode ticket = as("supervisor").ticket(number);
                    boolean asked = as("agent")
                            .get("/api/v1/tasks?ticket=" + number)
                            .body()
                            .toString()
                            .contains("triage-confirm");
                    boolean past = ticket.path("stage").asText().equals("PROCESS");
                    return asked ? Optional.of("asked") : past ? Optional.of("past") : Optional.empty();
                },
                "triage of " + number);
        if (stage.equals("asked")) {
            JsonNode confirm = as("agent").task(number, "triage-confirm");
            as("agent")
                    .complete(
                            confirm,
                            Map.of("serviceLine", "data-entry", "category", "invoice", "priority", "NORMAL"));
        }
    }

    /** Whoever the step was given to, else the first agent. */
    private Api keeper(JsonNode task) {
        return as(task.path("assignee").asText("agent"));
    }

    private Optional<String> ticketWithSubject(String subject) {
        for (JsonNode ticket : as("agent").get("/api/v1/tickets").body().path("items")) {
            if (ticket.path("subject").asText().equals(subject)) {
                return Optional.of(ticket.path("number").asText());
            }
        }
        return Optional.empty();
    }

    private List<String> stages(String number) {
        List<String> stages = new ArrayList<>();
        for (JsonNode event : as("supervisor").get("/api/v1/tickets/" + number + "/events").body().path("items")) {
            if (event.path("kind").asText().equals("stage-entered")) {
                stages.add(event.path("facts").path("stage").asText());
            }
        }
        return stages;
    }

    private static List<String> links(JsonNode ticket) {
        List<String> relations = new ArrayList<>();
        ticket.path("links").forEach(link -> relations.add(link.path("relation").asText()));
        return relations;
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
