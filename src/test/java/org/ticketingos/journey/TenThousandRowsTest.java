package org.ticketingos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.Scope;

/** Ten thousand rows at once: tried first, seen going, stopped on the way, and taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenThousandRowsTest extends WholeApplication {

    private static final int ROWS = 10_000;
    private static final Pattern DONE = Pattern.compile("([\\d,]+) of 10,000 done\\. Stopped after ([\\d,]+)\\.");

    @Autowired
    JdbcClient jdbc;

    private Staff staff;

    @BeforeAll
    void fill() {
        staff = new Staff(base());
        Scope.system(() -> jdbc.sql("""
                        insert into ticket (id, number, client_id, kind, subject, channel, requester, line, category,
                                            priority, stage, status, queue, next_action, received_at, updated_at)
                        select gen_random_uuid(), 'T-' || (7000000 + n), 'sunrise', 'REQUEST', 'Ten thousand ' || n, 'mail',
                               'x@sunrise.example', 'data-entry', 'invoice', 'NORMAL', 'PROCESS', 'IN_PROGRESS', 'data-entry',
                               'Do', now() + n * interval '1 ms', now()
                        from generate_series(1, ?) n""")
                .param(ROWS)
                .update());
        Scope.system(() -> jdbc.sql("""
                        insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, created_at)
                        select 'ten-' || number, id, client_id, 'validate-fields', 'Validate fields', 'validate', queue, now()
                        from ticket where number like 'T-7______'""")
                .update());
    }

    /** What is not needed any more leaves the lists of the tests that follow. */
    @AfterAll
    void empty() {
        Scope.system(() -> jdbc.sql("delete from inbox_item where task_id like 'ten-T-7%'").update());
        Scope.system(() -> jdbc.sql("""
                        update ticket set status = 'CLOSED', stage = 'CLOSURE', closed_at = now() where number like 'T-7______'""")
                .update());
        staff.close();
    }

    @Test
    void are_tried_with_progress_stopped_in_the_middle_and_taken_back() {
        Person amy = staff.at("agent", "/inbox?view=queue&q=Ten+thousand");
        Page page = amy.page;
        page.locator("vaadin-grid a.number").first().waitFor();
        page.locator("vaadin-grid vaadin-checkbox").locator("visible=true").first().click();
        amy.sees("1 row selected");
        amy.presses("Select all 500+ that match");
        amy.sees("All 500+ that match");
        amy.presses("Priority");
        amy.sees("Change the priority: 10,000 steps");
        amy.selects("Priority", "High");
        amy.fills("Why the priority changes", "Month end.");

        long begin = System.nanoTime();
        amy.presses("Try it first");
        assertThat(page.locator("vaadin-progress-bar")).isVisible();
        sees(page, "10,000 of 10,000 would work.");
        System.out.printf("Trying 10,000 rows takes %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        assertThat(changed()).as("a trial changes nothing").isZero();
        amy.presses("Change the priority: 10,000 steps");
        Api.eventually(() -> java.util.Optional.of(changed()).filter(n -> n > 500), "500 changed rows");
        amy.keeps("moment-6-ten-thousand-rows");
        amy.presses("Stop");
        sees(page, "Stopped after");
        Matcher said = DONE.matcher(page.locator("vaadin-dialog-overlay").innerText());
        assertThat(said.find()).as(page.locator("vaadin-dialog-overlay").innerText()).isTrue();
        assertThat(changed()).isBetween(500L, ROWS - 1L).isEqualTo(number(said.group(1)));
        amy.keeps("moment-6-stopped");

        amy.presses("Undo");
        sees(page, said.group(1) + " of " + said.group(1) + " done.");
        assertThat(changed()).isZero();
        amy.presses("Close");
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        assertThat(staff.complaints()).isEmpty();
    }

    private static void sees(Page page, String words) {
        Locator dialog = page.locator("vaadin-dialog-overlay");
        assertThat(dialog).containsText(words, new ContainsTextOptions().setTimeout(120_000));
    }

    private long changed() {
        return Scope.system(() -> jdbc.sql("""
                        select count(*) from ticket where number like 'T-7______' and priority = 'HIGH'""")
                .query(Long.class)
                .single());
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
