package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People reach through the screens what the README promises. */
@Tag("journey")
class BrowserJourneyTest extends WholeApplication {

    private static Browser browser;
    private Person person;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void sitDown() {
        person = new Person(browser, "http://localhost:" + port);
    }

    @AfterEach
    void leave() {
        person.leaves();
    }

    @Test
    void the_tour_of_the_readme_works_click_by_click() {
        BrowserTour tour = new BrowserTour(person, this::as);
        tour.request();
        tour.keying();
        tour.findsOneFieldWrong();
        tour.corrects();
        tour.passes();
        tour.accepts();
        tour.answers();
        byte[] invoice = tour.invoice();
        assertThat(new String(invoice, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        tour.staysHidden();
        tour.supervises();
        tour.verifies();
        assertThat(person.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "agent, inbox, Inbox",
        "agent2, inbox, Inbox",
        "reviewer, review, Review desk",
        "client, portal, Overview",
        "client2, portal, Overview",
        "supervisor, board, Board",
        "finance, finance, Invoices",
        "analyst, models, Models",
        "admin, settings, People & clients"
    })
    void everybody_starts_at_their_own_screen(String login, String path, String title) {
        person.logsIn(login);
        person.seesTitle(title);
        assertThat(person.page.url()).endsWith("/" + path);
        person.keeps("start-" + login);
        person.logsOut();
        assertThat(person.complaints()).isEmpty();
    }

    @Test
    void a_wrong_password_is_answered_in_a_calm_sentence() {
        person.typesNameAndPassword("finance", "wrong");
        person.presses("Log in");
        person.sees("That name and password do not match");
        person.keeps("wrong-password");
        assertThat(person.page.url()).contains("/login");
    }
}
