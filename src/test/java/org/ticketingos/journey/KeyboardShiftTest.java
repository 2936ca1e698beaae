package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.Scope;

/** A shift at the desk without a mouse: every act here is a key that was really pressed. */
class KeyboardShiftTest extends WholeApplication {

    private static final int DOCUMENTS = 10;
    private static final String SERIES = "SPM/KEY/";
    private static final Pattern TICKET = Pattern.compile("T-\\d+");

    private static Browser browser;

    @Autowired
    JdbcClient jdbc;

    private Person person;
    private Typist typist;

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

    @Test
    void a_whole_shift_is_worked_by_keys_alone() {
        String number = requests();
        person = new Person(browser, base());
        typist = new Typist(person.page);
        logsIn();
        int begin = typist.strokes();
        Set<String> done = new LinkedHashSet<>();
        for (int i = 1; i <= DOCUMENTS; i++) {
            int before = typist.strokes();
            String ticket = next();
            done.add(validates());
            System.out.printf("Document %d (%s): %d keystrokes%n", i, ticket, typist.strokes() - before);
            if (i == 3) {
                writes(ticket);
            }
        }
        System.out.printf("Keystrokes per document: %.1f (%d in all)%n",
                (typist.strokes() - begin) / (double) DOCUMENTS, typist.strokes());
        assertThat(done).hasSize(DOCUMENTS);
        assertThat(recorded()).isEqualTo(DOCUMENTS);
        finds(number);
        logsOut();
        assertThat(person.complaints()).isEmpty();
        person.leaves();
    }

    /** Ten scans are sent by mail; answers the number of the last one's ticket. */
    private String requests() {
        IntStream.rangeClosed(1, DOCUMENTS).forEach(i -> new Mail(smtpPort())
                .send(Mail.newId(), "meera.nair@acme.example", "Invoice " + SERIES + i + " to be entered",
                        "Please enter the attached vendor invoice " + SERIES + i + " into our books.", Map.of(),
                        Map.of("invoice.pdf", DataEntryJourneyTest.scan(SERIES + i))));
        String last = "";
        for (int i = 1; i <= DOCUMENTS; i++) {
            String subject = "Invoice " + SERIES + i + " to be entered";
            last = Api.eventually(() -> ticket(subject), "a ticket about " + subject);
            DataEntryWalk walk = new DataEntryWalk(this::as, last);
            walk.triage();
            JsonNode step = walk.keying();
            if (!step.path("assignee").asText().equals("agent")) {
                as("supervisor").post("/api/v1/tasks/" + step.path("id").asText() + "/hand-over", Map.of("to", "agent"));
            }
        }
        return last;
    }

    private Optional<String> ticket(String subject) {
        return Scope.system(() -> jdbc.sql("select number from ticket where subject = ?")
                .param(subject)
                .query(String.class)
                .optional());
    }

    private void logsIn() {
        person.opens("/login");
        person.sees(person.page.getByLabel("Log-in name"));
        typist.types("agent");
        typist.presses("Tab");
        typist.types("demo");
        typist.presses("Enter");
        person.sees(person.page.locator(".who"));
        person.seesTitle("Inbox");
    }

    /** N takes the next task, wherever one is. */
    private String next() {
        typist.leavesFields();
        String before = person.page.url();
        typist.presses("n");
        person.page.waitForURL(url -> TICKET.matcher(url).find() && !url.equals(before));
        person.sees(person.page.locator("[data-finish]"));
        Matcher ticket = TICKET.matcher(person.page.url());
        assertThat(ticket.find()).isTrue();
        return ticket.group();
    }

    /** Enter from doubtful field to doubtful field; the one thing the page does not say is the account. */
    private String validates() {
        person.sees(person.page.locator(".form [data-key=documentNumber]"));
        String keyed = person.page.locator("[data-key=documentNumber] input").inputValue();
        for (int i = 0; i < 12 && !typist.isAt("[data-finish]"); i++) {
            if (typist.isAt("[data-key=ledgerCode]") && typist.value().isEmpty()) {
                typist.types("5100");
                person.sees(person.page.locator("vaadin-combo-box-item").first());
                typist.presses("Enter");
            }
            typist.presses("Enter");
        }
        assertThat(typist.isAt("[data-finish]")).as("the cursor is on Complete").isTrue();
        typist.presses("Enter");
        person.sees(person.page.getByText("Validate fields: done.").last());
        return keyed;
    }

    private void writes(String ticket) {
        typist.leavesFields();
        typist.presses("r");
        typist.types("We have entered your invoice.");
        typist.presses("Control+Enter");
        person.sees("We have entered your invoice.");
        typist.leavesFields();
        typist.presses("i");
        typist.types("Paper was pale; read twice.");
        typist.presses("Control+Enter");
        Api.eventually(() -> said(ticket).size() >= 2 ? Optional.of(true) : Optional.empty(), "reply and note");
        assertThat(said(ticket)).anyMatch(text -> text.contains("We have entered")).anyMatch(text -> text.contains("pale"));
    }

    private List<String> said(String ticket) {
        return Scope.system(() -> jdbc.sql("""
                        select m.body from message m join ticket t on t.id = m.ticket_id
                        where t.number = ? and m.direction in ('OUT', 'NOTE')""")
                .param(ticket)
                .query(String.class)
                .list());
    }

    private void finds(String number) {
        typist.leavesFields();
        typist.presses("/");
        typist.types(number);
        typist.presses("Enter");
        person.page.waitForURL("**/tickets/" + number + "**");
        typist.leavesFields();
        typist.presses("?");
        person.sees("Keys that work here");
        typist.presses("Escape");
        assertThat(person.page.url()).contains(number);
    }

    private void logsOut() {
        typist.presses("Control+Alt+q");
        person.sees(person.page.getByLabel("Log-in name"));
    }

    private long recorded() {
        return Scope.system(() -> jdbc.sql("""
                        select count(distinct f.item_id) from work_field f join work_item i on i.id = f.item_id
                        where f.name = 'documentNumber' and f.value like ? and i.agent = 'agent'
                          and i.state = 'RECORDED'""")
                .param(SERIES + "%")
                .query(Long.class)
                .single());
    }

    /** Ten fingers and no mouse. */
    private static final class Typist {

        private final Page page;
        private int strokes;

        Typist(Page page) {
            this.page = page;
        }

        void presses(String key) {
            strokes++;
            page.keyboard().press(key);
        }

        void types(String text) {
            strokes += text.length();
            page.keyboard().type(text);
        }

        int strokes() {
            return strokes;
        }

        /** Esc leaves a field, so that single letters are keys again. */
        void leavesFields() {
            for (int i = 0; i < 3 && (boolean) page.evaluate(
                    "() => /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '')"); i++) {
                presses("Escape");
                page.waitForTimeout(50);
            }
        }

        boolean isAt(String place) {
            return (boolean) page.evaluate("place => !!document.activeElement?.closest(place)", place);
        }

        String value() {
            return String.valueOf(page.evaluate("() => document.activeElement.value ?? ''"));
        }
    }
}
