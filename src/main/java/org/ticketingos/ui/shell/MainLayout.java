package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;

/** The frame around every screen of a logged-in person: where to go, what to find, who I am. */
@Layout
@PermitAll
class MainLayout extends AppLayout {

    /** Reviewers judge without knowing whose work it is, so they do not look around in tickets. */
    private static final Set<Role> SEARCHERS =
            EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.FINANCE, Role.ANALYST, Role.ADMIN);

    private final AuthenticationContext authentication;
    private final CurrentUser user = CurrentUser.get();

    MainLayout(AuthenticationContext authentication) {
        this.authentication = authentication;
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Show or hide the navigation");
        Div space = new Div();
        space.addClassName("top-space");
        addToNavbar(toggle);
        if (user.roles().stream().anyMatch(SEARCHERS::contains)) {
            addToNavbar(search());
        }
        addToNavbar(space, appearance(), who(), logOut());
        addToDrawer(brand(), navigation(), version());
    }

    static Div brand() {
        Div brand = new Div(new Image("themes/ticketingos/favicon.svg", ""), new Span("TicketingOS"));
        brand.addClassName("brand");
        return brand;
    }

    private static Component navigation() {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", "Screens");
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        for (MenuEntry entry : entries) {
            SideNavItem item = new SideNavItem(entry.title(), entry.path());
            item.setMatchNested(entries.stream().noneMatch(other -> other.path().startsWith(entry.path() + "/")));
            if (entry.icon() != null) {
                item.setPrefixComponent(new Icon(entry.icon()));
            }
            navigation.addItem(item);
        }
        return navigation;
    }

    private Component search() {
        TextField search = new TextField();
        search.addClassName("top-search");
        search.setPlaceholder("Find a ticket: T-2041, a name, words …");
        search.setAriaLabel("Find a ticket");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        search.setSuffixComponent(key("/"));
        search.addKeyPressListener(Key.ENTER, press -> find(search));
        Shortcuts.addShortcutListener(this, search::focus, Key.SLASH).setBrowserDefaultAllowed(false);
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

    /** A small picture of a key. */
    static Component key(String name) {
        Span span = new Span();
        Element kbd = new Element("kbd");
        kbd.setText(name);
        span.getElement().appendChild(kbd);
        span.getElement().setAttribute("aria-hidden", "true");
        return span;
    }

    private static Component appearance() {
        Button button = new Button(VaadinIcon.ADJUST.create(), click -> Appearance.toggle(UI.getCurrent()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel("Light or dark");
        button.setTooltipText("Light or dark");
        return button;
    }

    private Component who() {
        Element role = new Element("small");
        role.setText(user.roles().stream().map(one -> Words.text(one.name())).sorted().collect(Collectors.joining(", ")));
        Div who = new Div(new Span(user.name()));
        who.getElement().appendChild(role);
        who.addClassName("who");
        return who;
    }

    private Component logOut() {
        Button button = new Button(VaadinIcon.SIGN_OUT.create(), click -> authentication.logout());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel("Log out");
        button.setTooltipText("Log out (Ctrl+Alt+Q)");
        button.addClickShortcut(Key.KEY_Q, KeyModifier.CONTROL, KeyModifier.ALT);
        return button;
    }

    private static Component version() {
        String release = MainLayout.class.getPackage().getImplementationVersion();
        Footer footer = new Footer(new Span("TicketingOS" + (release == null ? "" : " " + release)));
        footer.addClassName("side-note");
        return footer;
    }
}
