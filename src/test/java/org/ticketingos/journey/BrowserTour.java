package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The tour of the README, click by click; the API is only asked when the next step has come. */
final class BrowserTour {

    private final Person person;
    private final Function<String, Api> as;
    private String number = "";
    private String keeper = "agent";

    BrowserTour(Person person, Function<String, Api> as) {
        this.person = person;
        this.as = as;
    }

    String number() {
        return number;
    }

    void request() {
        person.logsIn("client");
        person.keeps("01-portal-empty");
        person.presses("New request");
        person.presses("Send request");
        person.sees("A few words are enough");
        person.fills("What is it about?", "Invoice to be entered");
        person.fills("Details", "Please enter the attached vendor invoice into our books.");
        person.attaches("sharma-invoice.pdf", DataEntryJourneyTest.scan("SPM/2026/0611"));
        person.keeps("02-new-request");
        person.presses("Send request");
        person.page.waitForURL("**/portal/T-**");
        number = person.page.url().replaceAll(".*/(T-\\d+).*", "$1");
        person.sees("How far it is");
        person.keeps("03-request-sent");
        person.keepsPhone("03-request-sent");
        person.logsOut();
    }

    void keying() {
        new DataEntryWalk(as, number).triage();
        JsonNode step = as.apply("agent").task(number, "data-entry-validate-fields");
        keeper = step.path("assignee").asText("agent");
        person.typesNameAndPassword("agent", "demo");
        long pressed = System.nanoTime();
        person.presses("Log in");
        person.sees(person.page.locator("vaadin-grid a.number").first());
        System.out.printf("Log in to first row of the inbox: %d ms%n", (System.nanoTime() - pressed) / 1_000_000);
        person.keeps("04-inbox");
        if (!keeper.equals("agent")) {
            person.logsOut();
            person.logsIn(keeper);
        }
        person.presses("Next task");
        person.page.waitForURL("**/tickets/T-*");
        if (!person.page.url().endsWith(number)) {
            person.opens("/tickets/" + number);
        }
        takes();
        person.sees(person.page.getByAltText(Pattern.compile("^Page 1 of")));
        person.keeps("05-keying");
        person.picks("Document type", "Invoice");
        person.fills("Vendor", "Sharma Paper Mills");
        person.fills("Document number", "SPM/2026/0611");
        person.fills("Document date", "2026-11-12");
        person.fills("Net", "ten thousand");
        person.fills("Tax", "1800.00");
        person.fills("Total", "11800.00");
        person.fills("Tax id (GSTIN)", "27AAATS0002C1ZB");
        person.picks("Currency", "INR");
        person.picks("Ledger code", "5100");
        person.ticks("is recorded as shown");
        person.presses("Complete");
        person.sees("Write the amount as digits with at most two decimals");
        person.keeps("06-refused");
        person.fills("Net", "10000.00");
        person.field("Total").focus();
        person.keeps("06-keyed");
        person.presses("Complete");
        person.sees("Validate fields: done.");
        person.logsOut();
    }

    /** Takes the step where nobody has it yet. */
    private void takes() {
        Locator take = person.button("Take this step");
        person.sees(take.or(person.button("Complete")).first());
        if (take.isVisible()) {
            take.click();
        }
        person.sees(person.button("Complete"));
    }

    void findsOneFieldWrong() {
        as.apply("reviewer").task(number, "quality-review");
        person.logsIn("reviewer");
        person.sees(person.page.locator("vaadin-grid a.number").first());
        person.keeps("07-review-desk");
        opensSample();
        Locator rows = person.page.locator(".form .one");
        person.sees(rows.first());
        person.keeps("08-review");
        for (int i = 0; i < rows.count(); i++) {
            judges(rows.nth(i), "Right");
        }
        Locator vendor = rows.filter(new Locator.FilterOptions().setHasText("Vendor")).first();
        judges(vendor, "Wrong");
        vendor.getByLabel("Should be").fill("Sharma Paper Mills Ltd");
        person.picks(vendor.getByRole(AriaRole.COMBOBOX, named("Severity")), "Major");
        person.picks(vendor.getByRole(AriaRole.COMBOBOX, named("Cause")), "Mistyped");
        person.keeps("09-review-one-wrong");
        person.presses("Complete");
        person.sees("Review work: done.");
        person.logsOut();
    }

    void corrects() {
        JsonNode step = as.apply("agent").task(number, "defect-correct-work");
        keeper = step.path("assignee").asText("agent");
        person.logsIn(keeper);
        person.follows(number);
        takes();
        person.keeps("10-correct");
        person.fills("Corrected value", "Sharma Paper Mills Ltd");
        person.presses("Complete");
        person.sees("Correct work: done.");
        person.logsOut();
    }

    void passes() {
        as.apply("reviewer").task(number, "quality-review");
        person.logsIn("reviewer");
        opensSample();
        Locator rows = person.page.locator(".form .one");
        person.sees(rows.first());
        for (int i = 0; i < rows.count(); i++) {
            judges(rows.nth(i), "Right");
        }
        person.keeps("11-review-again");
        person.presses("Complete");
        person.sees("Review work: done.");
        person.logsOut();
    }

    private void opensSample() {
        person.follows(number);
        takes();
    }

    private static void judges(Locator row, String verdict) {
        row.getByRole(AriaRole.RADIO, named(verdict)).check();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    void accepts() {
        as.apply("client").task(number, "client-review-accept");
        person.logsIn("client");
        person.keeps("12-portal-waiting");
        person.keepsPhone("12-portal-waiting");
        person.page.locator("a[href$='" + number + "']").first().click();
        person.sees("Delivered work");
        person.keeps("13-decide");
        person.keepsPhone("13-decide");
        person.presses("Accept", "Accept or reject");
        person.sees("Thank you, that is recorded.");
    }

    void answers() {
        as.apply("client").task(number, "closure-survey");
        person.opens("/portal/" + number);
        person.sees("How satisfied are you with this work?");
        person.keeps("14-survey");
        person.ticks("5 · Very good");
        person.ticks("9");
        person.presses("Send answer", "How was it?");
        person.sees("Thank you, that is recorded.");
        as.apply("client").ticketWith(number, "CLOSED");
        person.opens("/portal/" + number);
        person.sees("Finished on");
        person.keeps("15-closed");
        person.keepsPhone("15-closed");
    }

    /** The invoice is in the portal, and its PDF comes down. */
    byte[] invoice() {
        person.follows("Invoices");
        Locator pdf = person.page.getByRole(AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions()
                .setName(Pattern.compile("^PDF of invoice"))).first();
        person.sees(pdf);
        person.keeps("16-portal-invoices");
        person.keepsPhone("16-portal-invoices");
        byte[] bytes = person.downloads(pdf);
        person.logsOut();
        return bytes;
    }

    /** Another client's people cannot even learn that there is such a request. */
    void staysHidden() {
        person.logsIn("client2");
        person.opens("/portal/" + number);
        person.sees("There is no such request.");
        assertThat(person.page.getByText("Invoice to be entered").count()).isZero();
        person.keeps("17-hidden");
        person.follows("To my first screen");
        person.seesTitle("Overview");
        person.logsOut();
    }

    void supervises() {
        person.logsIn("supervisor");
        person.seesTitle("Board");
        person.keeps("18-board");
        person.page.getByLabel("Find a ticket").fill(number);
        person.page.getByLabel("Find a ticket").press("Enter");
        person.seesTitle("Invoice to be entered");
        person.tab("History");
        person.keeps("19-history");
        person.tab("Diagram");
        person.sees(person.page.locator(".djs-container svg").first());
        person.keeps("20-diagram");
        person.logsOut();
    }

    void verifies() {
        person.logsIn("admin");
        person.keeps("21-settings");
        person.follows("Audit trail");
        person.presses("Verify all chains");
        person.sees(person.page.getByText(Pattern.compile("\\d+ chains? intact")));
        assertThat(person.page.getByText("is broken at").count()).isZero();
        person.keeps("22-audit");
        person.logsOut();
    }
}
