package org.ticketingos.journey;

import com.microsoft.playwright.Locator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.Scope;

/** Names of 300 letters (files: 255, the most a disk takes), with and without a place to break: nothing leaves its box, on the desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongNamesTest extends WholeApplication {

    private static final String WORD = "Donaudampfschifffahrtsgesellschaft".repeat(9).substring(0, 300);
    private static final String WORDS = "Sharma Paper Mills and Sons ".repeat(11).substring(0, 300).strip();

    @Autowired
    JdbcClient jdbc;

    private final SoftAssertions found = new SoftAssertions();
    private Staff staff;
    private String client;
    private String ticket;
    private String worded;

    @BeforeAll
    void everybodyGetsALongName() {
        staff = new Staff(base());
        client = inHouse(() -> jdbc.sql("select name from client where id = 'globex'").query(String.class).single());
        inHouse(() -> jdbc.sql("update client set name = ? where id = 'globex'").param(WORD).update());
        inHouse(() -> jdbc.sql("""
                        insert into app_user (login, name, mail, password, roles, groups, active)
                        select 'long.name', ?, 'long.name@house.example', password, roles, groups, true from app_user
                        where login = 'agent2'""").param(WORD).update());
        ticket = raise(WORD, WORD.substring(0, 251) + ".pdf");
        worded = raise(WORDS, WORDS.substring(0, 251) + ".pdf");
    }

    @AfterAll
    void everybodyIsCalledAsBefore() {
        inHouse(() -> jdbc.sql("update client set name = ? where id = 'globex'").param(client).update());
        inHouse(() -> jdbc.sql("update app_user set active = false where login = 'long.name'").update());
        staff.close();
    }

    @Test
    void nothing_leaves_its_box_on_the_desk_or_on_a_phone() {
        Person amy = staff.at("agent", "/tickets/" + ticket);
        Person other = staff.at("long.name", "/tickets/" + ticket);
        other.sees(other.page.locator(".ticket-top h1"));
        amy.sees(amy.page.locator(".ticket-top .here").getByText("Donaudampf"));
        fits(amy, "long-ticket", amy.page.locator(".said").first());
        fits(other, "long-person", other.page.locator(".ticket-top h1"));
        shows(amy, "/tickets/" + ticket + "?tab=documents", "long-documents", amy.page.locator(".file").first());
        shows(amy, "/tickets/" + worded, "long-words", amy.page.locator(".said").first());
        shows(amy, "/inbox?client=globex", "long-inbox", amy.page.locator("vaadin-grid a.number").first());
        shows(amy, "/tickets?client=globex", "long-tickets", amy.page.locator("vaadin-grid a.number").first());
        found.assertThat(staff.complaints()).isEmpty();
        found.assertAll();
    }

    private void shows(Person person, String path, String name, Locator there) {
        person.opens(path);
        fits(person, name, there);
    }

    private void fits(Person person, String name, Locator there) {
        for (int width : new int[] {1280, 390}) {
            person.page.setViewportSize(width, width == 390 ? 844 : 800);
            person.sees(there);
            person.settles();
            person.keeps("moment-8-" + name + "-" + width);
            found.assertThat(Boxes.broken(person.page)).as("out of their boxes: %s at %d px", name, width).isEmpty();
            found.assertThat(person.surplus()).as("pixels to the side: %s at %d px", name, width).isZero();
        }
        person.page.setViewportSize(1280, 800);
    }

    private String raise(String subject, String file) {
        return as("client2").post("/api/v1/tickets", Map.of(
                        "subject", subject, "text", "Please enter the attached invoice. " + subject,
                        "serviceLine", "data-entry",
                        "attachments", List.of(Map.of(
                                "name", file, "mediaType", "application/pdf", "content",
                                Base64.getEncoder().encodeToString(DataEntryJourneyTest.scan("LONG/" + subject.length()))))))
                .body().path("number").asText();
    }

    private static <T> T inHouse(Supplier<T> work) {
        return Scope.system(work::get);
    }
}
