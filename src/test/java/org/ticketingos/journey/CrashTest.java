package org.ticketingos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final String REPLY = "Reply, the client reads this";
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
        typesWhileItRestarts();

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

    /** The agent had sent the form of one ticket, and is writing on another when the server goes away and comes back. */
    private static void typesWhileItRestarts() throws IOException {
        Keying request = Keying.of(PRODUCT::as, "agent", "Typed while the server was away");
        try (Staff staff = new Staff(PRODUCT.base())) {
            Person amy = staff.at("agent", request.page());
            amy.types(REPLY, "Dear Meera, ");
            amy.types("Vendor", "Sharma ");
            amy.sees("Draft saved");
            PRODUCT.kill();
            amy.field("Vendor").pressSequentially("Paper Mills");
            amy.field(REPLY).pressSequentially("we have your invoice.");
            amy.sees("The connection is lost. What you typed is kept; we try again.");
            amy.keeps("moment-4-server-away");
            long took = PRODUCT.start().toMillis();
            System.out.println("killed after the agent had sent the form; ready again in " + took + " ms");

            amy.comesBack("agent");
            amy.sees(amy.page.locator(".who"));
            if (!amy.page.url().contains(request.page())) {
                System.out.println("The log-in led to " + amy.page.url() + ", not back to the ticket.");
                amy.opens(request.page());
            }

            assertThat(amy.field(REPLY)).hasValue("Dear Meera, we have your invoice.");
            assertThat(amy.field("Vendor")).hasValue("Sharma Paper Mills");
            amy.keeps("moment-4-back-again");
            Api.eventually(
                    () -> Optional.of(PRODUCT.as("agent").get("/api/v1/tasks/" + request.task()).text())
                            .filter(step -> step.contains("Sharma Paper Mills")),
                    "the whole draft on the server");
        }
    }

    private static void restart(String moment) throws IOException {
        PRODUCT.kill();
        Duration took = PRODUCT.start();
        System.out.println("killed after " + moment + "; ready again in " + took.toMillis() + " ms");
    }

    private Optional<String> onlyTicket() {
        List<String> numbers = new ArrayList<>();
        for (JsonNode ticket : PRODUCT.as("agent").get("/api/v1/tickets").body().path("items")) {
            if (ticket.path("subject").asText().equals(SUBJECT)) {
                numbers.add(ticket.path("number").asText());
            }
        }
        assertThat(numbers).hasSizeLessThanOrEqualTo(1);
        return numbers.stream().findFirst();
    }
}
