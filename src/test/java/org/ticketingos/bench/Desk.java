package org.ticketingos.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import org.ticketingos.journey.Browser;

/**
 * Somebody at the desk, whose browser itself takes the time: from the moment of the key or the mouse button (the time
 * stamp of the input event) to the first frame in which what was asked for stands on the screen.
 */
final class Desk {

    private static final String CLOCK = """
            window.desk = {
                at: 0,
                stands(one) {
                    const box = one?.getBoundingClientRect();
                    return !!box && box.height > 0 && box.top < innerHeight && box.bottom > 0;
                },
                any(selector) { return [...document.querySelectorAll(selector)].some(this.stands); },
                until(test) {
                    const begun = performance.now();
                    return new Promise((done, inVain) => {
                        const look = () => test() ? done(performance.now())
                            : performance.now() - begun > 60000 ? inVain(new Error('waited in vain for ' + test))
                            : requestAnimationFrame(look);
                        look();
                    });
                },
                listen(test) {
                    this.at = 0;
                    document.querySelectorAll('vaadin-notification-card').forEach(card => card.dataset.old = 'yes');
                    this.found = this.until(() => this.at > 0 && test()).then(end => end - this.at);
                },
            };
            ['pointerdown', 'keydown'].forEach(kind =>
                addEventListener(kind, event => { desk.at = desk.at || event.timeStamp; }, true));
            """;
    private static final String ROWS = "() => location.pathname.endsWith('/%s') && desk.any('vaadin-grid a.number')";
    private static final int PATIENCE = 60_000;

    final Page page;
    private final String base;

    Desk(Browser browser, String base) {
        this.base = base;
        page = browser.window(1280, 800);
        page.setDefaultTimeout(PATIENCE);
        page.context().addInitScript(CLOCK);
    }

    /** Another window of somebody who is logged in already. */
    private Desk(Page page, String base) {
        this.page = page;
        this.base = base;
        page.setDefaultTimeout(PATIENCE);
    }

    Desk window() {
        return new Desk(page.context().newPage(), base);
    }

    void logsIn(String login) {
        page.navigate(base + "/login");
        page.getByLabel("Log-in name").fill(login);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("demo");
        button("Log in").click();
        row().waitFor();
    }

    /** By address, with everything a window needs. */
    double loadsInbox() {
        page.navigate(base + "/inbox", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        return ((Number) page.evaluate("() => desk.until(" + ROWS.formatted("inbox") + ")")).doubleValue();
    }

    double goesToInbox() {
        listen(ROWS.formatted("inbox"));
        page.locator("vaadin-side-nav-item[path='inbox']").click();
        return taken();
    }

    void loadsTicket(String number) {
        page.navigate(base + "/tickets/" + number);
        page.locator(".zone-said vaadin-tabs").waitFor();
    }

    /** From the click on the row's number to its facts, its conversation and the step's button. */
    double opens(String number) {
        Locator row = page.locator("vaadin-grid a.number", new Page.LocatorOptions().setHasText(number));
        listen("() => location.pathname.endsWith('/" + number + "') && desk.any('.zone-what h2')"
                + " && desk.any('.zone-said .said') && desk.any('.zone-do vaadin-button')");
        row.click();
        return taken();
    }

    double claims() {
        listen("() => desk.any('[data-finish]')");
        button("Take this step").click();
        return taken();
    }

    /** Looks at each doubtful field, as the form asks for before it can be completed. */
    void looksAtFields() {
        page.evaluate("""
                async () => {
                    for (const field of document.querySelectorAll('.form vaadin-select, .form vaadin-combo-box')) {
                        field.focus();
                        await new Promise(done => setTimeout(done, 150));
                    }
                }""");
        page.waitForFunction(
                "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(one => !one.isActive?.())");
    }

    /** From the click to the sentence that it is done. */
    double completes() {
        listen("() => desk.any('vaadin-notification-card:not([data-old])')");
        button("Complete").click();
        double millis = taken();
        String said = String.join(" ", page.locator("vaadin-notification-card").allInnerTexts());
        if (!said.contains("done.")) {
            throw new IllegalStateException("Not completed: " + said);
        }
        return millis;
    }

    double searches(String words) {
        Locator field = page.getByLabel("Find a ticket");
        field.fill(words);
        listen("() => new URLSearchParams(location.search).get('q') === '" + words + "' && "
                + "desk.any('vaadin-grid a.number')");
        field.press("Enter");
        double millis = taken();
        field.fill("");
        return millis;
    }

    String firstOf(java.util.Collection<String> numbers) {
        return page.locator("vaadin-grid a.number").allTextContents().stream()
                .filter(numbers::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No row of mine in sight."));
    }

    private void listen(String test) {
        page.evaluate("test => desk.listen(eval(test))", test);
    }

    private double taken() {
        return ((Number) page.evaluate("() => desk.found")).doubleValue();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator row() {
        return page.locator("vaadin-grid a.number").first();
    }
}
