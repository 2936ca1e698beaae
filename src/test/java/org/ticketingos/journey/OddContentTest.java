package org.ticketingos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.Scope;

/** What clients really send: endless conversations, languages from right to left, files that are not what they say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddContentTest extends WholeApplication {

    private static final String REPLY = "Reply, the client reads this";
    private static final String ARABIC = "فاتورة رقم INV-2026/77 بمبلغ 11,800.00 روبية";
    private static final String HEBREW = "נא להזין את החשבונית INV-77 עד 30.11.2026, תודה!";

    @Autowired
    JdbcClient jdbc;

    private Staff staff;

    @BeforeAll
    void sitDown() {
        staff = new Staff(base());
    }

    @AfterAll
    void leave() {
        staff.close();
    }

    @Test
    void two_hundred_messages_open_fast_fold_the_older_ones_and_take_a_reply() {
        Keying request = Keying.of(this::as, "agent", "Two hundred messages");
        say(request, 200);
        Person amy = staff.at("agent", "/inbox");
        long begin = System.nanoTime();
        amy.opens(request.page());
        Locator bubbles = amy.page.locator(".talk .said");
        assertThat(bubbles).hasCount(20);
        System.out.printf("A ticket with 200 messages opens in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        Locator last = amy.page.getByText("Message 200 of many");
        assertThat(last).isInViewport();

        amy.presses("Show 20 earlier of 181 more");
        assertThat(bubbles).hasCount(40);
        amy.page.locator(".talk").evaluate("talk => { talk.scrollTop = 0; }");
        assertThat(last).not().isInViewport();
        Locator read = amy.page.getByText("Message 161 of many");
        assertThat(read).isInViewport();
        amy.keeps("moment-7-two-hundred-messages");
        as("client").post("/api/v1/tickets/" + request.ticket() + "/messages", Map.of("kind", "REPLY", "text", "And one more."));
        assertThat(bubbles).hasCount(41);
        assertThat(read).isInViewport();
        amy.presses("To the newest");
        assertThat(amy.page.locator(".talk").getByText("And one more.")).isInViewport();
        amy.page.reload();
        amy.field(REPLY).fill("We have read all of them.");
        amy.presses("Send reply");
        assertThat(amy.page.locator(".talk .said.out").getByText("We have read all of them.")).isInViewport();
    }

    @Test
    void right_to_left_texts_run_from_the_right_and_their_numbers_stay_readable() {
        Keying request = Keying.of(this::as, "agent", ARABIC);
        as("client").post("/api/v1/tickets/" + request.ticket() + "/messages", Map.of("kind", "REPLY", "text", HEBREW));
        as("agent").post(request.address("draft"), Map.of("vendor", "مطاحن شارما للورق 1985"));
        Person amy = staff.at("agent", request.page());
        Locator words = amy.page.locator(".said .words").getByText("INV-77").or(amy.page.getByText(HEBREW)).first();

        assertThat(amy.page.locator(".ticket-top h1")).hasText(ARABIC);
        assertThat(amy.page.locator(".ticket-top h1")).hasCSS("direction", "rtl");
        assertThat(words).hasCSS("direction", "rtl");
        assertThat(amy.field("Vendor")).hasCSS("unicode-bidi", "plaintext");
        amy.field(REPLY).fill(ARABIC + "\nThank you.");
        assertThat(amy.field(REPLY)).hasCSS("unicode-bidi", "plaintext");
        amy.keeps("moment-9-right-to-left");
        amy.field(REPLY).fill("");
        amy.opens("/inbox?q=INV-2026");
        assertThat(amy.page.locator(".subject > span").getByText(ARABIC)).hasCSS("direction", "rtl");
        amy.keeps("moment-9-right-to-left-list");
        Person meera = staff.at("client", "/portal/" + request.ticket());
        assertThat(meera.page.getByText(ARABIC).first()).hasCSS("direction", "rtl");
        assertThat(meera.page.locator(".said .words").getByText(HEBREW)).hasCSS("direction", "rtl");
        meera.keeps("moment-9-right-to-left-portal");
    }

    @Test
    void files_that_are_not_what_they_say_are_told_in_words_and_can_be_downloaded() throws java.io.IOException {
        byte[] program = "MZ\u0090\0\u0003\0\0\0This program cannot be run".getBytes(StandardCharsets.ISO_8859_1);
        byte[] picture = "\u0089PNG\r\n\u001a\nno chunk follows".getBytes(StandardCharsets.ISO_8859_1);
        String number = as("client").post("/api/v1/tickets", Map.of(
                        "subject", "Files that are none", "text", "See the files.", "serviceLine", "data-entry",
                        "attachments", List.of(file("broken.png", "image/png", picture), file("program.png", "image/png", program),
                                file("empty.png", "image/png", new byte[0]), file("locked.pdf", "application/pdf", BadPostTest.locked()))))
                .body().path("number").asText();
        Person amy = staff.at("agent", "/tickets/" + number);
        Locator files = amy.page.locator(".enclosed > div");
        assertThat(files).hasCount(4);

        for (Locator one : files.all()) {
            one.scrollIntoViewIfNeeded();
        }
        assertThat(file(files, "broken.png")).containsText("No picture: the file is damaged or locked. Download it to look at it.");
        assertThat(file(files, "program.png")).containsText("No picture: the contents are not what the name says.");
        assertThat(file(files, "empty.png")).containsText("The file is empty.");
        assertThat(file(files, "locked.pdf")).containsText("No picture: the file is");
        amy.keeps("moment-10-no-images");
        assertThat(amy.downloads(file(files, "program.png").locator("a"))).isEqualTo(program);
        amy.tab("Documents");
        amy.sees(amy.page.locator(".file").first());
        amy.page.getByLabel("Look at broken.png").last().click();
        amy.settles();
        amy.keeps("moment-10-documents");
        amy.page.reload();
        amy.sees(amy.page.locator(".ticket-top h1"));
        assertThat(staff.complaints()).isEmpty();
    }

    private static Locator file(Locator files, String name) {
        return files.filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Map<String, String> file(String name, String mediaType, byte[] bytes) {
        return Map.of("name", name, "mediaType", mediaType, "content", Base64.getEncoder().encodeToString(bytes));
    }

    private void say(Keying request, int messages) {
        Scope.system(() -> jdbc.sql("""
                        insert into message (id, client_id, ticket_id, direction, channel, author, recipient, subject, body,
                                             at, state, next_attempt_at)
                        select gen_random_uuid(), t.client_id, t.id, case when n % 2 = 0 then 'IN' else 'OUT' end, 'portal',
                               case when n % 2 = 0 then 'client' else 'agent' end, '', t.subject,
                               'Message ' || n || ' of many', now(), case when n % 2 = 0 then 'RECEIVED' else 'SENT' end, now()
                        from ticket t, generate_series(1, ?) n where t.number = ? order by n""")
                .params(messages, request.ticket())
                .update());
    }
}
