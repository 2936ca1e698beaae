package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.Brand;
import org.ticketingos.client.Brands;
import org.ticketingos.notice.Notices;

/** The frame around every screen of a logged-in person: where to go, what to find, who I am. */
@Layout
@PermitAll
class MainLayout extends AppLayout {

    /** Reviewers judge without knowing whose work it is, so they do not look around in tickets. */
    private static final Set<Role> SEARCHERS =
            EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.FINANCE, Role.ANALYST, Role.ADMIN);

    private static final Map<String, Act> GO = Map.of(
            "inbox", Act.GO_INBOX,
            "tickets", Act.GO_TICKETS,
            "review", Act.GO_REVIEW,
            "board", Act.GO_BOARD,
            "finance", Act.GO_FINANCE,
            "models", Act.GO_MODELS,
            "portal", Act.GO_PORTAL,
            "settings", Act.GO_SETTINGS);

    private final AuthenticationContext authentication;
    private final CurrentUser user = CurrentUser.get();

    MainLayout(
            AuthenticationContext authentication, List<KeyEverywhere> keys, Notices notices, Brands brands) {
        this.authentication = authentication;
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(say("shell.navigation.toggle"));
        Div space = new Div();
        space.addClassName("top-space");
        addToNavbar(skip(), toggle);
        if (user.roles().stream().anyMatch(SEARCHERS::contains)) {
            addToNavbar(search());
        }
        addToNavbar(space);
        if (!user.isClient()) {
            addToNavbar(new Bell(notices, user));
        }
        addToNavbar(appearance(), who(), logOut());
        addToDrawer(user.client() == null ? brand() : branded(brands.of(user.client())), navigation(), version());
        bind(keys);
        addAttachListener(attach -> OpenWindows.opened(attach.getUI(), user.login()));
    }

    private void bind(List<KeyEverywhere> keys) {
        Keys.bind(this, Act.HELP, () -> KeyOverview.open(UI.getCurrent()));
        Keys.bind(this, Act.APPEARANCE, () -> Appearance.toggle(UI.getCurrent()));
        Keys.bind(this, Act.CONTENT, () -> toContent(UI.getCurrent()));
        Keys.bind(this, Act.LOG_OUT, this::logsOut);
        Keys.bind(this, Act.GO_PROFILE, () -> UI.getCurrent().navigate("profile"));
        MenuConfiguration.getMenuEntries().forEach(entry -> {
            Act go = GO.get(entry.path().replaceFirst("^/", ""));
            if (go != null) {
                Keys.bind(this, go, () -> UI.getCurrent().navigate(entry.path().replaceFirst("^/", "")));
            }
        });
        keys.stream()
                .filter(key -> key.possible(user))
                .forEach(key -> Keys.bind(this, key.act(), () -> key.run(user)));
    }

    /** Whether an act leads somewhere this person may go. */
    static boolean reaches(Act act) {
        return !GO.containsValue(act)
                || MenuConfiguration.getMenuEntries().stream()
                        .anyMatch(entry -> GO.get(entry.path().replaceFirst("^/", "")) == act);
    }

    /** The first stop of the Tab key: over the navigation to the content. */
    private static Component skip() {
        Button skip = new Button(say("shell.skip"), click -> toContent(UI.getCurrent()));
        skip.addClassName("skip");
        return skip;
    }

    private static void toContent(UI ui) {
        Keyboard.of(ui).getElement().callJsFunction("content");
    }

    private static Component branded(Brand brand) {
        Branding.colour(UI.getCurrent(), brand);
        return Branding.head(brand);
    }

    static Div brand() {
        Div brand = new Div(new Image("themes/ticketingos/favicon.svg", ""), new Span("TicketingOS"));
        brand.addClassName("brand");
        return brand;
    }

    private Component navigation() {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", say("shell.navigation"));
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.menuClass() == null || ClientGuard.allows(entry.menuClass(), user))
                .toList();
        for (MenuEntry entry : entries) {
            SideNavItem item = new SideNavItem(Tongue.find(entry.title()).orElse(entry.title()), entry.path());
            item.setMatchNested(entries.stream().noneMatch(other -> other.path().startsWith(entry.path() + "/")));
            if (entry.icon() != null) {
                item.setPrefixComponent(new Icon(entry.icon()));
            }
            navigation.addItem(item);
        }
        if (user.isClient()) {
            // On a phone the name in the top bar, which leads there, has no room.
            SideNavItem mine = new SideNavItem(say("shell.profile"), "profile");
            mine.setPrefixComponent(VaadinIcon.USER.create());
            navigation.addItem(mine);
        }
        return navigation;
    }

    private Component search() {
        TextField search = new TextField();
        search.addClassName("top-search");
        search.setPlaceholder(say("shell.search.hint"));
        search.setAriaLabel(say("shell.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        search.setSuffixComponent(Keys.hint(Act.FIND));
        search.addKeyPressListener(Key.ENTER, press -> find(search));
        Keys.bind(this, Act.FIND, search::focus);
        return search;
    }

    private static void find(TextField search) {
        String words = search.getValue().trim();
        if (words.toUpperCase().matches("T-\\d{1,12}")) {
            UI.getCurrent().navigate("tickets/" + words.toUpperCase());
        } else if (!words.isEmpty()) {
            UI.getCurrent().navigate("tickets", QueryParameters.of("q", words));
        }
    }

    private static Component appearance() {
        Button button = new Button(VaadinIcon.ADJUST.create(), click -> Appearance.toggle(UI.getCurrent()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(say("shell.appearance"));
        button.setTooltipText(Keys.tip(Act.APPEARANCE));
        return button;
    }

    private Component who() {
        Element role = new Element("small");
        role.setText(Words.roles(user));
        Anchor who = new Anchor("profile", new Span(user.name()));
        who.getElement().appendChild(role);
        who.setTitle(Keys.tip(say("shell.profile"), Act.GO_PROFILE));
        who.addClassName("who");
        return who;
    }

    /** Whoever logs in next at this window begins at the own first screen, not where the last person stood. */
    private void logsOut() {
        UI.getCurrent().getPage().getHistory().replaceState(null, "");
        authentication.logout();
    }

    private Component logOut() {
        Button button = new Button(VaadinIcon.SIGN_OUT.create(), click -> logsOut());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(say("shell.log-out"));
        button.getElement().setAttribute("data-leaves", "");
        button.setTooltipText(Keys.tip(Act.LOG_OUT));
        return button;
    }

    private static Component version() {
        String release = MainLayout.class.getPackage().getImplementationVersion();
        Footer footer = new Footer(new Span("TicketingOS" + (release == null ? "" : " " + release)));
        footer.addClassName("side-note");
        footer.setVisible(release != null || CurrentUser.get().isClient());
        return footer;
    }
}
