package org.ticketingos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at the browser, who goes by roles, labels and words. */
final class Person {

    /** Milliseconds; a screen may wait for a cold server on a busy computer. */
    private static final int PATIENCE = 30_000;

    private static final Path PICTURES = Path.of("target", "screenshots");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    final Page page;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    Person(Browser browser, String base) {
        this.page = browser.window(1280, 800);
        this.base = base;
        page.setDefaultTimeout(PATIENCE);
        page.setDefaultNavigationTimeout(PATIENCE);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
    }

    /** Leaves with a picture of what was seen last. */
    void leaves() {
        keeps("last");
        page.context().close();
    }

    void opens(String path) {
        page.navigate(base + path);
    }

    void typesNameAndPassword(String login, String password) {
        opens("/login");
        page.getByLabel("Log-in name").fill(login);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    }

    void logsIn(String login) {
        typesNameAndPassword(login, "demo");
        presses("Log in");
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        sees(page.locator(".who"));
    }

    void logsOut() {
        presses("Log out");
        sees(page.getByLabel("Log-in name"));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void presses(String name) {
        button(name).click();
    }

    /** Presses a button of one box of the screen. */
    void presses(String name, String box) {
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(box).setExact(true))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    void follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
    }

    void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    void fills(String label, String text) {
        Locator field = field(label);
        field.fill(text);
        field.press("Tab");
    }

    /** Letter by letter, in place of what stood there. */
    void types(String label, String text) {
        Locator field = field(label);
        field.fill("");
        field.pressSequentially(text);
    }

    /** Logs in again on a page whose session has ended under the hands. */
    void comesBack(String login) {
        sees("You are logged out");
        page.keyboard().press("Escape");
        page.getByLabel("Log-in name").fill(login);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("demo");
        presses("Log in");
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).locator("visible=true").first();
    }

    void picks(Locator box, String choice) {
        box.fill(choice);
        sees(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(choice)).first());
        box.press("ArrowDown");
        box.press("Enter");
        box.press("Tab");
        assertThat(box).hasValue(Pattern.compile("^" + choice));
    }

    void picks(String label, String choice) {
        picks(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label)).first(), choice);
    }

    /** Chooses in a list that is not typed into, by its first letter as one does without a mouse. */
    void selects(String label, String choice) {
        Locator list = page.locator("vaadin-select").filter(new Locator.FilterOptions().setHasText(label)).first();
        list.locator("[slot=value]").focus();
        page.keyboard().press(choice.substring(0, 1).toLowerCase());
        assertThat(list.locator("[slot=value]")).containsText(choice);
    }

    void ticks(String choice) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(choice).setExact(true)).first().check();
    }

    void attaches(String name, byte[] pdf) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, "application/pdf", pdf));
        sees(page.locator("vaadin-upload-file[complete]"));
    }

    void sees(String words) {
        sees(page.getByText(words).locator("visible=true").first());
    }

    void sees(Locator something) {
        assertThat(something).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }

    void seesTitle(String title) {
        sees(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setExact(true).setLevel(1)));
    }

    byte[] downloads(Locator link) {
        Download download = page.waitForDownload(link::click);
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture of the screen, for people to look at. */
    void keeps(String station) {
        keeps(station, 400);
    }

    /** @param millis for what still moves */
    void keeps(String station, double millis) {
        page.waitForTimeout(millis);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(station + ".png")));
    }

    /** The same on a phone: nothing may stick out to the side. */
    void keepsPhone(String station) {
        page.setViewportSize(390, 844);
        keeps(station + "-phone");
        org.assertj.core.api.Assertions.assertThat(surplus()).as("pixels sticking out of " + station).isZero();
        page.setViewportSize(1280, 800);
    }

    /** Pixels of the page that stick out to the side. */
    int surplus() {
        return (int) page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Waits until the browser expects nothing more from the server. */
    void settles() {
        page.waitForFunction(
                "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(one => !one.isActive?.())");
    }

    /** What the browser itself found wrong. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
