package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.PasswordLinks;
import org.ticketingos.access.SecondFactorRules;
import org.ticketingos.access.SecondFactors;
import org.ticketingos.access.Users;
import org.ticketingos.client.ClientId;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.ForClient;
import org.ticketingos.ui.shell.FreshCode;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** The client's own people: who they are, what they may do; invited, changed and switched off by one of them. */
@Route("portal/people")
@Menu(title = "portal.menu.people", icon = "vaadin:users", order = 5)
@RolesAllowed("CLIENT")
@ForClient(ClientRole.ADMINISTRATOR)
class PeopleView extends Page {

    private final Users users;
    private final PasswordLinks links;
    private final SecondFactors factors;
    private final SecondFactorRules rules;
    private final ClientId client = Objects.requireNonNull(CurrentUser.get().client());
    private final UnorderedList list = new UnorderedList();

    PeopleView(Users users, PasswordLinks links, SecondFactors factors, SecondFactorRules rules) {
        super(say("portal.people"));
        this.users = users;
        this.factors = factors;
        this.rules = rules;
        this.links = links;
        lead(say("portal.people.lead"));
        Button invite = new Button(say("portal.people.invite"), VaadinIcon.PLUS.create(), click -> invite());
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions(invite);
        list.addClassNames("cards", "narrow");
        add(list);
        show();
    }

    private void show() {
        list.removeAll();
        users.ofClient(client).forEach(user -> list.add(new ListItem(card(user))));
    }

    private Component card(Users.User user) {
        Span name = new Span(user.name());
        name.addClassNames("strong", "wrap");
        Div top = new Div(name);
        top.addClassName("row");
        if (!user.active()) {
            top.add(new Chip(say("portal.people.off"), Tone.PLAIN));
        }
        user.rights().roles().stream().sorted().forEach(role -> top.add(new Chip(Words.of(role), Tone.ACCENT)));
        boolean second = factors.isOn(user.login());
        if (second) {
            top.add(new Chip(say("shell.second.title"), Tone.OK));
        }
        Span mail = new Span(user.login().equals(user.mail()) ? user.mail() : user.login() + " · " + user.mail());
        mail.addClassNames("soft", "small", "wrap");
        Span sees = new Span(say(user.rights().company() ? "portal.people.sees-all" : "portal.people.sees-own")
                + (user.rights().invoices() ? " " + say("portal.people.sees-invoices") : ""));
        sees.addClassNames("small");
        Div acts = new Div();
        acts.addClassNames("row", "acts");
        if (user.active()) {
            acts.add(act("portal.people.rights", user, () -> change(user)),
                    act("portal.people.link", user, () -> {
                        links.mail(user.login(), false, CurrentUser.get());
                        Notice.done(say("portal.people.link.done", user.mail()));
                    }),
                    act("portal.people.switch-off", user, () -> {
                        users.deactivate(user.login(), CurrentUser.get());
                        Notice.done(say("portal.people.switch-off.done", user.name()));
                    }));
        } else {
            acts.add(act("portal.people.switch-on", user, () -> {
                users.activate(user.login(), CurrentUser.get());
                Notice.done(say("portal.people.switch-on.done", user.name()));
            }));
        }
        if (second && !user.login().equals(CurrentUser.get().login())) {
            acts.add(act("portal.people.reset", user, () -> {
                rules.reset(user.login(), CurrentUser.get());
                Notice.done(say("portal.people.reset.done", user.name()));
            }));
        }
        Article card = new Article(top, new Div(mail), new Div(sees), acts);
        card.addClassName("card");
        return card;
    }

    private Button act(String key, Users.User user, Runnable act) {
        Button button = new Button(say(key), click -> FreshCode.then(() -> {
            act.run();
            show();
        }));
        button.setAriaLabel(say(key) + ": " + user.name());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void change(Users.User user) {
        PersonDialog.of(user, form -> {
            users.changeRights(user.login(), form.rights(), CurrentUser.get());
            Notice.done(say("portal.people.rights.done", user.name()));
            show();
        });
    }

    private void invite() {
        PersonDialog.forNewcomer(form -> {
            links.invite(form.name(), form.mail(), client, form.rights(), CurrentUser.get());
            Notice.done(say("portal.people.invited", form.mail()));
            show();
        });
    }
}
