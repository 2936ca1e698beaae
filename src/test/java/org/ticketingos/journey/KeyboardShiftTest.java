package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
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
import org.junit.jupiter.api.AfterEach;
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
        clearDesk();
        requests();
        person = new Person(browser, base());
        typist = new Typist(person.page);
        logsIn();
        int keyed = 0;
        Set<String> done = new LinkedHashSet<>();
        for (int i = 1; i <= DOCUMENTS; i++) {
            int before = typist.strokes();
            String ticket = next();
            done.add(validates());
            keyed += typist.strokes() - before;
            System.out.printf("Document %d (%s): %d keystrokes%n", i, ticket, typist.strokes() - before);
            if (i == 3) {
                writes(ticket);
            }
        }
        System.out.printf("Keystrokes per document, from \"next\" to \"done\": %.1f%n", keyed / (double) DOCUMENTS);
        assertThat(done).hasSize(DOCUMENTS);
        Api.eventually(() -> recorded() == DOCUMENTS ? Optional.of(true) : Optional.empty(), "ten recorded documents");
        String given = handsOver();
        notesInBulk();
        finds(given);
        logsOut();
        System.out.printf("Keystrokes of the whole shift: %d%n", typist.strokes());
        assertThat(person.complaints()).isEmpty();
    }

    @AfterEach
    void leave() {
        if (person != null) {
            person.leaves();
        }
    }

    /** What other tests left behind goes to a colleague: "next" is to find the documents of this shift. */
    private void clearDesk() {
        for (String view : List.of("MINE", "QUEUE")) {
            for (JsonNode left = open(view); !left.isEmpty(); left = open(view)) {
                for (JsonNode step : left) {
                    Api.Answer given = as("supervisor")
                            .post("/api/v1/tasks/" + step.path("id").asText() + "/hand-over", Map.of("to", "agent2"));
                    assertThat(given.status()).as(given.text()).isBetween(200, 299);
                }
            }
        }
    }

    private JsonNode open(String view) {
        return as("agent").get("/api/v1/tasks?view=" + view + "&limit=200").body().path("items");
    }

    /** Scans are sent by mail: ten to key, one to hand over, one for the bulk note. */
    private void requests() {
        IntStream.rangeClosed(1, DOCUMENTS + 2).forEach(i -> new Mail(smtpPort())
                .send(Mail.newId(), "meera.nair@acme.example", "Invoice " + SERIES + i + " to be entered",
                        "Please enter the attached vendor invoice " + SERIES + i + " into our books.", Map.of(),
                        Map.of("invoice.pdf", DataEntryJourneyTest.scan(SERIES + i))));
        for (int i = 1; i <= DOCUMENTS + 2; i++) {
            String subject = "Invoice " + SERIES + i + " to be entered";
            String number = Api.eventually(() -> ticket(subject), "a ticket about " + subject);
            DataEntryWalk walk = new DataEntryWalk(this::as, number);
            walk.triage();
            JsonNode step = walk.keying();
            if (!step.path("assignee").asText().equals("agent")) {
                as("supervisor").post("/api/v1/tasks/" + step.path("id").asText() + "/hand-over", Map.of("to", "agent"));
            }
        }
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
        person.page.waitForFunction("() => document.activeElement?.closest('.form')");
        String keyed = person.page.locator("[data-key=documentNumber] input").inputValue();
        for (int i = 0; i < 12 && !typist.isAt("[data-finish]"); i++) {
            if (typist.isAt("[data-key=ledgerCode]") && typist.value().isEmpty()) {
                typist.types("5100");
                person.sees(person.page.locator("vaadin-combo-box-item:visible").first());
                typist.presses("Enter");
            }
            typist.presses("Enter");
        }
        assertThat(typist.isAt("[data-finish]")).as("the cursor is on Complete, not %s", typist.place()).isTrue();
        typist.presses("Enter");
        Api.eventually(() -> recorded(keyed) ? Optional.of(true) : Optional.empty(), keyed + " to be recorded");
        person.page.waitForFunction("() => !document.querySelector('[data-finish]')");
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

    /** H, the first letters of a colleague, Enter; the step is theirs. */
    private String handsOver() {
        String ticket = next();
        typist.leavesFields();
        typist.presses("h");
        person.sees(person.page.getByLabel("To whom"));
        person.page.waitForFunction("() => document.activeElement?.closest('vaadin-combo-box')");
        typist.types("agent2");
        person.sees(person.page.locator("vaadin-combo-box-item:visible").first());
        typist.presses("ArrowDown");
        typist.presses("Enter");
        typist.tabsTo("Hand over");
        typist.presses("Enter");
        Api.eventually(() -> holder(ticket).equals(Optional.of("agent2")) ? Optional.of(true) : Optional.empty(),
                ticket + " to be with agent2");
        closed();
        person.page.waitForFunction("() => !document.querySelector('[data-finish]')");
        return ticket;
    }

    private Optional<String> holder(String ticket) {
        return Scope.system(() -> jdbc.sql("""
                        select coalesce(i.assignee, '') from inbox_item i join ticket t on t.id = i.ticket_id
                        where t.number = ?""")
                .param(ticket)
                .query(String.class)
                .optional());
    }

    /** J to the row, X selects it, B acts on what is selected: tried first, then done. */
    private void notesInBulk() {
        typist.leavesFields();
        typist.presses("g");
        typist.presses("i");
        person.page.waitForURL("**/inbox**");
        person.seesTitle("Inbox");
        person.sees(person.page.locator("vaadin-grid a.number").first());
        long before = bulkNotes();
        typist.presses("j");
        person.page.waitForFunction("() => document.activeElement?.tagName === 'VAADIN-GRID'");
        typist.presses("x");
        person.sees(person.page.getByText(Pattern.compile("^1 .*selected|1 step")).first());
        typist.presses("b");
        typist.tabsTo("note");
        typist.presses("Enter");
        person.sees(person.page.getByLabel("Internal note; the client never sees it"));
        typist.tabsTo("Internal note; the client never sees it");
        typist.types("Bulk note by keys.");
        typist.tabsTo("Try it first");
        typist.presses("Enter");
        person.sees(person.page.getByText("1 of 1 would work."));
        typist.tabsTo("Add an internal note: 1 step");
        typist.presses("Enter");
        person.sees(person.page.getByText("1 of 1 done."));
        typist.tabsTo("Close");
        typist.presses("Enter");
        closed();
        assertThat(bulkNotes()).isEqualTo(before + 1);
    }

    /** Keys work again when the dialog has gone. */
    private void closed() {
        person.page.waitForFunction("() => !document.querySelector('vaadin-dialog-overlay')");
    }

    private long bulkNotes() {
        return Scope.system(() -> jdbc.sql("select count(*) from message where body = 'Bulk note by keys.'")
                .query(Long.class)
                .single());
    }

    /** Over a slow line: what is typed before the field has the cursor, Enter too, belongs into the field. */
    private void finds(String number) {
        typist.leavesFields();
        CDPSession line = person.page.context().newCDPSession(person.page);
        slow(line, 1_000);
        typist.presses("/");
        typist.types(number);
        typist.presses("Enter");
        person.page.waitForURL("**/tickets/" + number + "**");
        slow(line, 0);
        typist.leavesFields();
        typist.presses("?");
        person.sees("Keys that work here");
        typist.presses("Escape");
        closed();
        assertThat(person.page.url()).contains(number);
    }

    private static void slow(CDPSession line, int millis) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", millis);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        line.send("Network.emulateNetworkConditions", conditions);
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

    private boolean recorded(String number) {
        return Scope.system(() -> jdbc.sql("""
                        select count(*) > 0 from work_field f join work_item i on i.id = f.item_id
                        where f.name = 'documentNumber' and f.value = ? and i.state = 'RECORDED'""")
                .param(number)
                .query(Boolean.class)
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

        /** Tab until the cursor is on something of this name. */
        void tabsTo(String name) {
            for (int i = 0; i < 40 && !isNamed(name); i++) {
                presses("Tab");
            }
            assertThat(isNamed(name)).as("Tab leads to %s, not %s", name, place()).isTrue();
        }

        private boolean isNamed(String name) {
            return (boolean) page.evaluate("""
                    name => {
                        const at = document.activeElement;
                        if (!/^(VAADIN-BUTTON|INPUT|TEXTAREA)$/.test(at?.tagName ?? '')) {
                            return false;
                        }
                        const label = at?.getAttribute('aria-label')
                            || (at?.id && document.querySelector('label[for="' + at.id + '"]')?.textContent)
                            || at?.textContent || '';
                        return label.trim().toLowerCase().includes(name.toLowerCase());
                    }""", name);
        }

        boolean isAt(String place) {
            return (boolean) page.evaluate("place => !!document.activeElement?.closest(place)", place);
        }

        String place() {
            return String.valueOf(page.evaluate("() => document.activeElement?.outerHTML.slice(0, 200)"));
        }

        String value() {
            return String.valueOf(page.evaluate("() => document.activeElement.value ?? ''"));
        }
    }
}
