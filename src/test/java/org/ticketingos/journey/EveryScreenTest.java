package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.PasswordLinks;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.client.ClientId;

/**
 * Every screen the product has registered, in light and in dark: nothing sticks out to the side, the browser complains
 * about nothing, and the accessibility checker finds nothing serious. Keeps a picture of each for people to look at.
 */
class EveryScreenTest extends WholeApplication {

    private static final List<String> GRAVE = List.of("serious", "critical");
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> RULES_OF_COLOUR = List.of("color-contrast", "link-in-text-block");
    /** Milliseconds until nothing moves: motion is reduced, so only what is drawn late counts. */
    private static final double STILL = 150;
    private static final Pattern PASSWORD_LINK = Pattern.compile("/password/[0-9a-f]{32}");
    private static final Pattern SIGN_OFF_LINK = Pattern.compile("/sign-off/[0-9a-f]+");
    private static final Pattern PARAMETER = Pattern.compile("/:.*");

    /** Who looks at a screen; nobody is a visitor without log-in. */
    private record Screen(String route, String address, String login, String picture) {}

    @Autowired
    ServletContext servlets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @Autowired
    PasswordLinks links;

    @Test
    void every_screen_is_in_shape_in_light_and_dark() {
        List<Screen> screens = screens();
        assertThat(screens.stream().map(Screen::route))
                .as("a screen without an entry here is never looked at")
                .containsAll(registered());
        List<String> faults = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            for (String login : new TreeSet<>(screens.stream().map(Screen::login).toList())) {
                Person person = new Person(browser, base());
                if (!login.isEmpty()) {
                    person.logsIn(login);
                }
                opensInTheDark(person);
                screens.stream()
                        .filter(screen -> screen.login().equals(login))
                        .forEach(screen -> look(person, screen, faults));
                person.complaints().forEach(complaint -> faults.add(login + ": " + complaint));
                person.page.context().close();
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_wrong_is_found() {
        try (Browser browser = Browser.open()) {
            Person person = new Person(browser, base());
            person.opens("/login");
            person.settles();
            person.page.evaluate("""
                    () => document.body.insertAdjacentHTML('beforeend',
                        '<p style="color: #999; background: #fff">Hardly to be read</p><button></button>')""");

            assertThat(check(person, "light", false)).anyMatch(fault -> fault.contains("button-name"))
                    .anyMatch(fault -> fault.contains("color-contrast"));
            assertThat(check(person, "dark", true)).anyMatch(fault -> fault.contains("color-contrast"));
        }
    }

    private void opensInTheDark(Person person) {
        person.page.context().addCookies(List.of(
                new com.microsoft.playwright.options.Cookie("appearance", "dark").setUrl(base())));
    }

    /** In the dark as it comes, then in light as the switch turns it: by the theme of the body. */
    private static void look(Person person, Screen screen, List<String> faults) {
        person.opens(screen.address());
        person.settles();
        assertThat((String) person.page.evaluate("() => document.body.getAttribute('theme')")).isEqualTo("dark");
        look(person, screen, true, faults);
        person.page.evaluate("() => document.body.removeAttribute('theme')");
        look(person, screen, false, faults);
    }

    private static void look(Person person, Screen screen, boolean inTheDark, List<String> faults) {
        String picture = "screens/" + screen.picture() + (inTheDark ? "-dark" : "-light");
        person.keeps(picture, STILL);
        faults.addAll(check(person, picture, inTheDark));
        if (screen.address().startsWith("/portal") || screen.login().isEmpty()) {
            person.page.setViewportSize(390, 844);
            person.keeps(picture + "-phone", STILL);
            faults.addAll(check(person, picture + " on a phone", inTheDark));
            person.page.setViewportSize(1280, 800);
        }
    }

    /** The dark changes colours and nothing else: there only the rules about colours are asked again. */
    private static List<String> check(Person person, String where, boolean inTheDark) {
        List<String> faults = new ArrayList<>();
        int surplus = person.surplus();
        if (surplus > 0) {
            faults.add(where + ": " + surplus + " pixels stick out to the side");
        }
        AxeBuilder axe = new AxeBuilder(person.page).setLegacyMode(true);
        AxeBuilder asked = inTheDark ? axe.withRules(RULES_OF_COLOUR) : axe.withTags(WCAG_22_AA);
        for (Rule rule : asked.analyze().getViolations()) {
            if (GRAVE.contains(rule.getImpact())) {
                rule.getNodes().forEach(node -> faults.add(
                        where + ": " + rule.getId() + " (" + rule.getImpact() + ") at " + node.getTarget() + " "
                                + node.getHtml().substring(0, Math.min(160, node.getHtml().length()))));
            }
        }
        return faults;
    }

    private List<String> registered() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .map(RouteData::getTemplate)
                .map(EveryScreenTest::plain)
                .distinct()
                .toList();
    }

    /** {@code tickets/:number} becomes {@code tickets/:}. */
    private static String plain(String template) {
        return PARAMETER.matcher(template).replaceAll("/:");
    }

    private List<Screen> screens() {
        String keying = raised("Invoice to be entered, waiting to be keyed");
        new DataEntryWalk(this::as, keying).triage();
        new DataEntryWalk(this::as, keying).keying();
        String reviewed = raised("Invoice to be entered, waiting for its review");
        DataEntryWalk review = new DataEntryWalk(this::as, reviewed);
        review.triage();
        review.key("SPM/2026/0702");
        as("reviewer").task(reviewed, "quality-review");
        String delivered = raised("Invoice to be entered, waiting for its client");
        DataEntryWalk delivery = new DataEntryWalk(this::as, delivered);
        delivery.triage();
        delivery.key("SPM/2026/0703");
        delivery.review();
        as("client").task(delivered, "client-review-accept");
        String signOff = Api.eventually(() -> signOffLink(delivered), "the link to sign off " + delivered);
        return List.of(
                new Screen("login", "/login", "", "log-in"),
                new Screen("login/code", "/login/code", "", "log-in-code"),
                new Screen("sign-off/:", signOff, "", "sign-off"),
                new Screen("survey/:", "/survey/0000", "", "survey-unknown"),
                new Screen("password/:", "/password/0000", "", "password-unknown"),
                new Screen("password/:", invitation(), "", "password"),
                new Screen("", "/", "agent", "home"),
                new Screen("inbox", "/inbox", "agent", "inbox"),
                new Screen("tickets", "/tickets", "agent", "tickets"),
                new Screen("tickets/:", "/tickets/" + keying, "agent", "ticket-work"),
                new Screen("tickets/:", "/tickets/" + delivered, "supervisor", "ticket-waiting-for-client"),
                new Screen("review", "/review", "reviewer", "review-desk"),
                new Screen("review/:", "/review/" + reviewed, "reviewer", "review"),
                new Screen("my-quality", "/my-quality", "agent", "my-quality"),
                new Screen("quality", "/quality", "supervisor", "quality"),
                new Screen("scorecards", "/scorecards", "analyst", "scorecards"),
                new Screen("calibration", "/calibration", "supervisor", "calibrations"),
                new Screen("calibration/:", "/calibration/" + session(), "reviewer", "calibration"),
                new Screen("profile", "/profile", "agent", "profile"),
                new Screen("notices", "/notices", "agent", "notices"),
                new Screen("timesheet", "/timesheet", "agent", "timesheet"),
                new Screen("absences", "/absences", "supervisor", "absences"),
                new Screen("settings/texts", "/settings/texts", "supervisor", "texts"),
                new Screen("board", "/board", "supervisor", "board"),
                new Screen("kept-mail", "/kept-mail", "supervisor", "kept-mail"),
                new Screen("reconciliation", "/reconciliation?client=acme", "supervisor", "reconciliation"),
                new Screen("settings/machines", "/settings/machines", "supervisor", "machine-senders"),
                new Screen("finance", "/finance", "finance", "invoices"),
                new Screen("finance/payouts", "/finance/payouts", "finance", "payouts"),
                new Screen("models", "/models", "analyst", "models"),
                new Screen("models/:", "/models/diagram/ticket", "analyst", "model-diagram"),
                new Screen("models/:", "/models/table/data-entry-pricing", "analyst", "model-table"),
                new Screen("settings", "/settings", "admin", "settings"),
                new Screen("settings/calendars", "/settings/calendars", "admin", "calendars"),
                new Screen("settings/calendars/:", "/settings/calendars/india-office", "admin", "calendar"),
                new Screen("settings/ladder", "/settings/ladder", "supervisor", "ladder"),
                new Screen("settings/audit", "/settings/audit", "admin", "audit"),
                new Screen("settings/webhooks", "/settings/webhooks", "admin", "webhooks"),
                new Screen("portal", "/portal", "client", "portal"),
                new Screen("portal/new", "/portal/new", "client", "portal-new"),
                new Screen("portal/:", "/portal/" + delivered, "client", "portal-decide"),
                new Screen("papers/:", "/papers/" + keying, "agent", "papers"),
                new Screen("portal/uploads", "/portal/uploads", "client", "portal-uploads"),
                new Screen("portal/uploads/:", "/portal/uploads/" + upload(), "client", "portal-upload"),
                new Screen("portal/requests", "/portal/requests", "client", "portal-requests"),
                new Screen("portal/performance", "/portal/performance", "client", "portal-performance"),
                new Screen("portal/people", "/portal/people", "client", "portal-people"),
                new Screen("portal/company", "/portal/company", "client", "portal-company"),
                new Screen("portal/invoices/:", "/portal/invoices/" + invoiced(), "client", "portal-invoice"),
                new Screen("portal/invoices", "/portal/invoices", "client", "portal-invoices"));
    }

    private String upload() {
        return as("client").post("/api/v1/uploads", Map.of("subject", "Scans of the week")).body().path("id").asText();
    }

    /** A session on what was reviewed so far. */
    private String session() {
        return as("supervisor")
                .post("/api/v1/calibrations", Map.of(
                        "client", "acme",
                        "serviceLine", "data-entry",
                        "title", "Every screen",
                        "items", 1,
                        "reviewers", List.of("reviewer", "reviewer2")))
                .body()
                .path("id")
                .asText();
    }

    private java.util.Optional<String> signOffLink(String number) {
        return link(SIGN_OFF_LINK, "select body from message m join ticket t on t.id = m.ticket_id where t.number = ?", number);
    }

    /** As the mail has it: on the screen and by the API nobody reads another person's link. */
    private java.util.Optional<String> link(Pattern pattern, String sql, String value) {
        List<String> found = new ArrayList<>();
        Scope.system(() -> jdbc.sql(sql).param(value).query(String.class).list().forEach(body -> {
            Matcher link = pattern.matcher(body);
            if (link.find()) {
                found.add(link.group());
            }
        }));
        return found.stream().findFirst();
    }

    private String invitation() {
        String mail = "newcomer" + System.nanoTime() + "@acme.example";
        CurrentUser boss = new CurrentUser("client", "Meera Nair", Set.of(Role.CLIENT), new ClientId("acme"), Set.of(),
                ClientRights.ALL, "meera.nair@acme.example");
        Scope.system(() -> {
            users.create(new Users.User(mail, "Rohan Verma", mail, Set.of(Role.CLIENT), new ClientId("acme"), Set.of(),
                    true, ClientRights.NONE, null), boss);
            links.mail(mail, true, boss);
        });
        return link(PASSWORD_LINK, "select body from message where recipient = ?", mail).orElseThrow();
    }

    private String invoiced() {
        String number = raised("Invoice to be entered, invoiced");
        DataEntryWalk walk = new DataEntryWalk(this::as, number);
        walk.triage();
        walk.key("SPM/2026/0704");
        walk.review();
        walk.accept();
        return Api.eventually(() -> {
            JsonNode first = as("client").get("/api/v1/invoices").body().path("items").path(0);
            return first.isMissingNode() ? java.util.Optional.empty()
                    : java.util.Optional.of(first.path("number").asText().replace('/', '_'));
        }, "an invoice");
    }

    private String raised(String subject) {
        Map<String, Object> file = Map.of(
                "name", "sharma-invoice.pdf",
                "mediaType", "application/pdf",
                "content", Base64.getEncoder().encodeToString(DataEntryJourneyTest.scan(subject)));
        return as("client")
                .post("/api/v1/tickets", Map.of(
                        "subject", subject,
                        "text", "Please enter the attached vendor invoice into our books.",
                        "from", "meera.nair@acme.example",
                        "serviceLine", "data-entry",
                        "attachments", List.of(file)))
                .body()
                .path("number")
                .asText();
    }
}
