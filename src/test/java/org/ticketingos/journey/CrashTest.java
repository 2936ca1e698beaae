package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The product is killed hard between stages and started again: nothing is lost, nothing is doubled. */
@Tag("journey")
class CrashTest {

    private static final Path FOLDER = Path.of("target", "crash").toAbsolutePath();
    private static final RunningProduct PRODUCT = new RunningProduct(FOLDER);
    private static final String SUBJECT = "Invoice to be entered, whatever happens";

    @AfterAll
    static void stop() {
        PRODUCT.stop();
    }

    @Test
    void killed_at_every_border_a_ticket_is_neither_lost_nor_doubled() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        PRODUCT.start();

        PRODUCT.mail()
                .send(
                        Mail.newId(),
                        "meera.nair@acme.example",
                        SUBJECT,
                        "Please enter the attached vendor invoice into our books.",
                        Map.of(),
                        Map.of("invoice.pdf", DataEntryJourneyTest.scan("SPM/2026/0900")));
        restart("the mail was accepted");

        String number = Api.eventually(this::onlyTicket, Duration.ofMinutes(2), "the ticket");
        restart("the ticket was opened and is being read");

        DataEntryWalk walk = new DataEntryWalk(PRODUCT::as, number);
        walk.triage();
        walk.key("SPM/2026/0900");
        restart("the agent had sent the form");

        walk.review();
        restart("the reviewer had passed it");

        walk.accept();
        restart("the client had accepted and the invoice was being made");

        walk.survey();
        JsonNode closed = PRODUCT.as("client").ticketWith(number, "CLOSED");
        assertThat(onlyTicket()).contains(number);
        assertThat(walk.times("work-recorded")).isEqualTo(1);
        assertThat(walk.times("document-posted")).isEqualTo(1);
        assertThat(walk.times("usage-metered")).isEqualTo(1);
        assertThat(walk.times("invoice-issued")).isEqualTo(1);
        assertThat(closed.path("links").findValuesAsText("relation")).contains("invoice");
        assertThat(PRODUCT.as("admin").get("/api/v1/audit/verify").body().path("intact").asBoolean())
                .isTrue();
    }

    private static void restart(String moment) throws IOException {
        PRODUCT.kill();
        Duration took = PRODUCT.start();
        System.out.println("killed after " + moment + "; ready again in " + took.toMillis() + " ms");
    }

    private Optional<String> onlyTicket() {
        JsonNode items = PRODUCT.as("agent").get("/api/v1/tickets").body().path("items");
        assertThat(items.size()).isLessThanOrEqualTo(1);
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.get(0).path("number").asText());
    }
}
