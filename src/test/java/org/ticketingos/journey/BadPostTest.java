package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.ticketingos.document.PdfWriter;

/** Mail that arrives twice or from machines, and papers no machine can read. */
class BadPostTest extends WholeApplication {

    private static final String MEERA = "meera.nair@acme.example";

    @Test
    void the_same_mail_three_times_is_one_ticket_and_an_automatic_answer_is_none() {
        Mail mail = new Mail(smtpPort());
        String run = UUID.randomUUID().toString().substring(0, 8);
        String id = Mail.newId();
        for (int i = 0; i < 3; i++) {
            mail.send(id, MEERA, "Thrice " + run, "Please enter this.", Map.of(), Map.of());
        }
        mail.send(
                Mail.newId(),
                MEERA,
                "Out of office " + run,
                "I am away until Monday.",
                Map.of("Auto-Submitted", "auto-replied"),
                Map.of());
        mail.send(Mail.newId(), MEERA, "The last one " + run, "Please enter this too.", Map.of(), Map.of());

        Api.eventually(() -> Optional.of(count("The last one " + run)).filter(n -> n > 0), "the last mail");

        assertThat(count("Thrice " + run)).isEqualTo(1);
        assertThat(count("Out of office " + run)).isZero();
    }

    @Test
    void papers_no_machine_can_read_are_keyed_by_hand() throws IOException {
        String number = as("client")
                .post("/api/v1/tickets", Map.of(
                        "subject", "Papers nobody can read",
                        "text", "Please enter these.",
                        "serviceLine", "data-entry",
                        "attachments", List.of(
                                file("locked.pdf", "application/pdf", locked()),
                                file("broken.pdf", "application/pdf", broken()),
                                file("papers.zip", "application/zip", zip()))))
                .body()
                .path("number")
                .asText();
        DataEntryWalk walk = new DataEntryWalk(this::as, number);
        walk.triage();
        int keyed = 0;
        while (!as("supervisor").ticket(number).path("stage").asText().equals("QUALITY_CHECK")) {
            JsonNode task = walk.keying();
            assertThat(task.path("values").path("total").asText("")).as("nothing is made up").isEmpty();
            assertThat(task.path("hints").path("outcome").path("evidence").toString()).as("says why").endsWith(".\"]");
            String before = task.path("id").asText();
            walk.key("HAND/" + ++keyed);
            Api.eventually(() -> Optional.of(true).filter(done -> movedOn(number, before)), "the next step");
        }

        assertThat(keyed).isBetween(2, 3);
        assertThat(walk.times("work-recorded")).isPositive();
    }

    @Test
    void a_mail_that_leads_answers_astray_is_told_to_our_people_only() {
        String subject = "Our account " + UUID.randomUUID().toString().substring(0, 8);
        new Mail(smtpPort())
                .send(Mail.newId(), MEERA, subject, "Our bank account is a new one, please pay there from now on.",
                        Map.of("Reply-To", "meera@elsewhere.example"), Map.of());
        String number = Api.eventually(() -> numbers(subject).stream().findFirst(), "the mail about the account");

        JsonNode ours = sender("supervisor", number);
        assertThat(ours.path("answersTo").asText()).isEqualTo("meera@elsewhere.example");
        assertThat(ours.path("bankChange").asBoolean()).isTrue();
        assertThat(ours.path("dmarc").isNull()).as("nobody has checked").isTrue();
        assertThat(sender("client", number).isNull()).isTrue();
    }

    private JsonNode sender(String login, String number) {
        return as(login).get("/api/v1/tickets/" + number + "/messages").body().path("items").path(0).path("sender");
    }

    private List<String> numbers(String subject) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode ticket : as("client").get("/api/v1/tickets?limit=200").body().path("items")) {
            if (ticket.path("subject").asText().equals(subject)) {
                numbers.add(ticket.path("number").asText());
            }
        }
        return numbers;
    }

    private boolean movedOn(String number, String before) {
        if (as("supervisor").ticket(number).path("stage").asText().equals("QUALITY_CHECK")) {
            return true;
        }
        JsonNode open = as("agent").get("/api/v1/tasks?ticket=" + number).body().path("items");
        return !open.isEmpty() && !open.findValuesAsText("id").contains(before);
    }

    private long count(String subject) {
        return as("client").get("/api/v1/tickets?limit=200").body().path("items").findValuesAsText("subject").stream()
                .filter(subject::equals)
                .count();
    }

    private static Map<String, String> file(String name, String mediaType, byte[] bytes) {
        return Map.of(
                "name", name, "mediaType", mediaType, "content", Base64.getEncoder().encodeToString(bytes));
    }

    static byte[] locked() throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfWriter().fromHtml("<html><body>Secret</body></html>"));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            StandardProtectionPolicy lock = new StandardProtectionPolicy("owner", "secret", new AccessPermission());
            lock.setEncryptionKeyLength(256);
            document.protect(lock);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] broken() {
        return ("%PDF-1.7\n" + "no objects here ".repeat(100)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("invoice.txt"));
            zip.write("Total 100".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
