package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same batch handed in twice at the screen is one request, and each file says how it stands. */
class UploadInPortalTest extends WholeApplication {

    @Test
    void a_batch_sent_twice_is_told_as_known_and_sent_again_only_when_wanted() {
        try (Browser browser = Browser.open()) {
            Person meera = new Person(browser, base());
            meera.logsIn("client");
            handsIn(meera, "Bills of the portal");
            meera.presses("Send request");
            meera.page.waitForURL(Pattern.compile(".*/portal/T-\\d+.*"));
            meera.sees("Your files");
            meera.sees("portal-bill-1.txt");

            meera.opens("/portal/uploads");
            meera.page.getByText("Bills of the portal").first().click();
            meera.sees("9 files");
            meera.fills("Find a file", "bill-7");
            meera.sees("portal-bill-7.txt");
            PlaywrightAssertions.assertThat(meera.page.getByText("portal-bill-6.txt")).hasCount(0);

            handsIn(meera, "Bills by mistake");
            meera.presses("Send request");
            meera.sees("9 of these 9 files reached us in the last 30 days");
            meera.presses("Send request");
            meera.sees("We have all these files already.");
            assertThat(as("client").get("/api/v1/tickets?q=mistake").body().path("items")).isEmpty();
            meera.page.getByLabel("Send them once more, too").check();
            meera.presses("Send request");
            meera.page.waitForURL(Pattern.compile(".*/portal/T-\\d+.*"));
            assertThat(meera.complaints()).isEmpty();
        }
    }

    private static void handsIn(Person who, String subject) {
        who.opens("/portal/new");
        who.fills("What is it about?", subject);
        who.page.locator("vaadin-upload input[type=file]").setInputFiles(IntStream.rangeClosed(1, 9)
                .mapToObj(n -> new FilePayload("portal-bill-" + n + ".txt", "text/plain",
                        ("Bill of the portal " + n).getBytes(StandardCharsets.UTF_8)))
                .toArray(FilePayload[]::new));
        Locator complete = who.page.locator("vaadin-upload-file[complete]");
        PlaywrightAssertions.assertThat(complete).hasCount(9);
        who.settles();
    }
}
