package org.ticketingos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The ground is pulled away under somebody's hands: it is said in words, and no letter that was typed is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostWhileTypingTest extends WholeApplication {

    private static final String REPLY = "Reply, the client reads this";

    private Staff staff;

    @AfterAll
    void leave() {
        staff().close();
    }

    @Test
    void a_step_handed_over_under_the_hands_is_said_in_words_and_what_was_typed_comes_back_with_it() {
        Keying request = Keying.of(this::as, "agent", "Handed over while typing");
        Person amy = staff().at("agent", request.page());
        amy.types("Document number", "SPM/2026/77");
        amy.sees("Draft saved");
        amy.types("Vendor", "Sharma Paper Mills");

        request.handOver(this::as, "agent2");

        amy.sees("Vikram Iyer has this step now. What you typed is kept and can be copied.");
        assertThat(amy.field("Vendor")).hasValue("Sharma Paper Mills");
        assertThat(amy.field("Vendor")).not().isEditable();
        amy.keeps("moment-2-claim-lost");
        request.handOver(this::as, "agent");
        amy.sees(amy.page.getByText("is back."));
        assertThat(amy.field("Document number")).hasValue("SPM/2026/77");
        assertThat(amy.field("Vendor")).hasValue("Sharma Paper Mills");
        assertThat(amy.field("Vendor")).isEditable();
    }

    @Test
    void when_the_session_ends_while_typing_reply_and_form_are_there_after_the_next_log_in() {
        Keying request = Keying.of(this::as, "agent2", "Session ended while typing");
        Person vikram = staff().at("agent2", request.page());
        vikram.types(REPLY, "Dear Meera, ");
        vikram.types("Vendor", "Sharma ");
        vikram.sees("Draft saved");
        logsOutElsewhere(vikram);
        vikram.field("Vendor").pressSequentially("Paper Mills");
        vikram.field(REPLY).pressSequentially("we have your invoice.");

        vikram.sees("You are logged out");
        vikram.keeps("moment-3-session-ended");
        vikram.comesBack("agent2");

        vikram.sees(vikram.field(REPLY));
        assertThat(vikram.page.url()).contains(request.page());
        assertThat(vikram.field(REPLY)).hasValue("Dear Meera, we have your invoice.");
        assertThat(vikram.field("Vendor")).hasValue("Sharma Paper Mills");
        vikram.keeps("moment-3-back-again");
    }

    @Test
    void a_reply_to_a_ticket_that_is_merged_meanwhile_says_where_it_goes_and_goes_there() {
        Keying old = Keying.of(this::as, "agent", "Merged while writing");
        Keying target = Keying.of(this::as, "agent2", "Merged while writing, again");
        Person amy = staff().at("agent", old.page());
        amy.types(REPLY, "We enter it today.");
        amy.sees("Draft saved");
        amy.types("Vendor", "Sharma Paper Mills");
        as("agent2").post("/api/v1/tickets/" + old.ticket() + "/merge", Map.of("into", target.ticket(), "reason", "same"));
        amy.sees("%s was merged into %s".formatted(old.ticket(), target.ticket()));
        assertThat(amy.field(REPLY)).hasValue("We enter it today.");
        amy.keeps("moment-5-merged-while-writing");

        amy.presses("Send reply");
        amy.sees("Not sent: there is a new message since you opened it. Your text is kept.");
        amy.presses("I have read it, go on writing");
        amy.presses("Send reply");

        amy.sees("Your reply goes in");
        assertThat(texts(target)).contains("We enter it today.");
        amy.keeps("moment-5-sent");
        amy.follows(target.ticket());
        amy.sees(amy.page.locator(".said.out").getByText("We enter it today."));
    }

    @Test
    void a_discarded_draft_is_brought_back_by_undo() {
        Keying request = Keying.of(this::as, "agent", "Draft discarded");
        as("agent").post(request.address("draft"), Map.of("vendor", "Typed yesterday", "documentNumber", "D-1"));
        Person amy = staff().at("agent", request.page());
        assertThat(amy.field("Vendor")).hasValue("Typed yesterday");

        amy.presses("Discard it");

        amy.sees("Your draft is discarded.");
        assertThat(amy.field("Vendor")).not().hasValue("Typed yesterday");
        assertThat(amy.field("Document number")).hasValue("");
        amy.presses("Undo");
        assertThat(amy.field("Vendor")).hasValue("Typed yesterday");
        amy.page.reload();
        assertThat(amy.field("Document number")).hasValue("D-1");
    }

    private List<String> texts(Keying request) {
        return as("agent").get("/api/v1/tickets/" + request.ticket() + "/messages").body().path("items")
                .findValuesAsText("text");
    }

    /** The same browser, another window. */
    private void logsOutElsewhere(Person person) {
        Page other = person.page.context().newPage();
        other.navigate(base() + "/inbox");
        other.getByLabel("Log out").click();
        other.getByLabel("Log-in name").waitFor();
        other.close();
    }

    private Staff staff() {
        if (staff == null) {
            staff = new Staff(base());
        }
        return staff;
    }
}
