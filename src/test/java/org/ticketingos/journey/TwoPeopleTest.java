package org.ticketingos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two of us on the same request at the same moment: each sees the other, one wins, and no text goes out unseen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoPeopleTest extends WholeApplication {

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(20_000);

    private Staff staff;

    @AfterAll
    void leave() {
        staff().close();
    }

    @Test
    void each_sees_the_other_on_the_page_and_in_the_list() {
        Keying request = Keying.inQueue(this::as, "Seen by two");
        Person amy = staff().at("agent", request.page());
        Person vikram = staff().at("agent2", "/inbox?q=Seen+by+two");
        vikram.sees(vikram.page.locator(".holder .here[title=\"Amy D'Souza has this ticket open\"]"));

        vikram.opens(request.page());

        assertThat(vikram.page.locator(".ticket-top .here")).hasText("Amy D'Souza is here");
        assertThat(amy.page.locator(".ticket-top .here")).containsText("Vikram Iyer is here", SOON);
        amy.field("Reply, the client reads this").fill("We are on it.");
        assertThat(vikram.page.locator(".ticket-top .here")).containsText("Amy D'Souza is writing", SOON);
        vikram.keeps("moment-1-two-on-one-ticket");
        amy.opens("/inbox");
        assertThat(vikram.page.locator(".ticket-top .here")).not().containsText("Amy D'Souza");
        assertThat(staff.complaints()).isEmpty();
    }

    @Test
    void of_two_who_take_a_step_one_gets_it_and_the_other_is_told_who() {
        Keying request = Keying.inQueue(this::as, "Taken by two");
        Page amy = staff().at("agent", request.page()).page;
        Page vikram = staff().at("agent2", request.page()).page;
        Locator one = amy.getByText("Take this step");
        Locator other = vikram.getByText("Take this step");
        one.waitFor();
        other.waitFor();

        one.evaluate("button => button.click()");
        other.evaluate("button => button.click()");

        Api.eventually(() -> Optional.of(finishing(amy) + finishing(vikram)).filter(n -> n > 0), "one of them to have it");
        String winner = as("supervisor").get("/api/v1/tasks/" + request.task()).body().path("assignee").asText();
        Page loser = winner.equals("agent") ? vikram : amy;
        assertThat(loser.locator("body"))
                .containsText(Pattern.compile("(Amy D'Souza|Vikram Iyer) (already )?has this step\\."));
    }

    @Test
    void a_reply_written_against_an_old_conversation_is_stopped_with_what_is_new_and_its_text_kept() {
        Keying request = Keying.of(this::as, "agent", "Answered too late");
        Person amy = staff().at("agent", request.page());
        amy.field("Reply, the client reads this").fill("We need the invoice, please.");
        as("client").post("/api/v1/tickets/" + request.ticket() + "/messages",
                Map.of("kind", "REPLY", "text", "Here is the invoice you will ask for."));

        amy.presses("Send reply");

        amy.sees("Not sent: there is a new message since you opened it. Your text is kept.");
        amy.sees(amy.page.locator(".composer .said.in").getByText("Here is the invoice you will ask for."));
        assertThat(amy.field("Reply, the client reads this")).hasValue("We need the invoice, please.");
        amy.keeps("moment-1-reply-stopped");
        assertThat(sent(request)).isZero();
        amy.presses("I have read it, go on writing");
        amy.field("Reply, the client reads this").fill("Thank you for the invoice.");
        amy.presses("Send reply");
        amy.sees("Your reply goes in");
        assertThat(sent(request)).isOne();
    }

    @Test
    void a_list_says_what_has_come_and_gone_without_moving_and_rows_are_reached_by_keys() {
        Keying first = Keying.inQueue(this::as, "Live list one");
        Keying second = Keying.inQueue(this::as, "Live list two");
        Person vikram = staff().at("agent2", "/inbox?view=queue&q=Live+list");
        Locator rows = vikram.page.locator("vaadin-grid a.number");
        assertThat(rows).hasText(new String[] {first.ticket(), second.ticket()});
        vikram.page.evaluate("() => { window.stillHere = true; }");

        Keying third = Keying.inQueue(this::as, "Live list three");
        assertThat(as("agent").post(first.address("claim"), Map.of()).status()).isEqualTo(200);

        assertThat(vikram.page.locator(".news-bar")).containsText("1 new, 1 done or taken", SOON);
        assertThat(rows).hasText(new String[] {first.ticket(), second.ticket()});
        vikram.keeps("moment-1-live-list");
        vikram.sees("With Amy D'Souza");
        vikram.presses("Show");
        assertThat(rows).hasText(new String[] {second.ticket(), third.ticket()});
        walks(vikram, second, third);
        assertThat(vikram.page.evaluate("() => window.stillHere")).isEqualTo(true);
    }

    /** J and K move, X selects and lets go, Enter opens. */
    private static void walks(Person person, Keying upper, Keying lower) {
        Page page = person.page;
        page.keyboard().press("j");
        page.waitForFunction("() => document.activeElement?.tagName === 'VAADIN-GRID'");
        page.keyboard().press("j");
        page.keyboard().press("x");
        person.sees("1 row selected");
        assertThat(page.locator("vaadin-grid vaadin-checkbox[checked]")).hasCount(1);
        page.keyboard().press("x");
        assertThat(page.locator(".bulk-bar")).isHidden();
        page.keyboard().press("Enter");
        page.waitForURL("**" + lower.page() + "**");
        page.goBack();
        assertThat(page.locator("vaadin-grid a.number")).hasCount(2);
        page.keyboard().press("j");
        page.waitForFunction("() => document.activeElement?.tagName === 'VAADIN-GRID'");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("Enter");
        page.waitForURL("**" + upper.page() + "**");
    }

    @Test
    void the_board_counts_what_others_do_while_it_is_looked_at() {
        Keying request = Keying.inQueue(this::as, "Counted on the board");
        Person sunita = staff().at("supervisor", "/board");
        Locator open = sunita.page.locator(".tile", new Page.LocatorOptions().setHasText("Open tickets")).locator(".figure");
        open.waitFor();
        int before = Integer.parseInt(open.innerText());
        sunita.page.evaluate("() => { window.stillHere = true; }");

        as("client").post("/api/v1/tickets/" + request.ticket() + "/withdraw", Map.of("reason", "not needed"));
        Racing.raise(as("client"), "Counted, too");
        Racing.raise(as("client"), "Counted as well");

        assertThat(open).hasText(String.valueOf(before + 1), new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(sunita.page.evaluate("() => window.stillHere")).isEqualTo(true);
    }

    private static int finishing(Page page) {
        return page.locator("[data-finish]").count();
    }

    private long sent(Keying request) {
        return as("agent").get("/api/v1/tickets/" + request.ticket() + "/messages").body().path("items")
                .findValuesAsText("direction").stream().filter("OUT"::equals).count();
    }

    private Staff staff() {
        if (staff == null) {
            staff = new Staff(base());
        }
        return staff;
    }
}
