package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.ticketingos.access.PasswordLinks;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.client.Brand;
import org.ticketingos.client.Brands;

/** Where the one-time link of an invitation leads: its person chooses a password. Looking uses nothing up. */
@Route(value = "password", autoLayout = false)
@AnonymousAllowed
class PasswordView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final PasswordLinks links;
    private final Brands brands;
    private final Div body = new Div();

    PasswordView(PasswordLinks links, Brands brands) {
        this.links = links;
        this.brands = brands;
        body.addClassName("stack");
        addClassName("open-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        removeAll();
        body.removeAll();
        Users.User person = links.person(token).orElse(null);
        if (person != null && person.client() != null) {
            Brand brand = Scope.system(() -> brands.of(person.client()));
            add(Branding.head(brand));
            Branding.colour(event.getUI(), brand);
        } else {
            add(MainLayout.brand());
        }
        add(body);
        if (person == null) {
            body.add(new H1(say("shell.password.over")), new Paragraph(say("shell.password.over.advice")),
                    new Anchor("login", say("shell.log-in")));
        } else {
            ask(token, person);
        }
    }

    private void ask(String token, Users.User person) {
        PasswordField first = field("shell.password.new");
        first.setHelperText(say("shell.password.rule", PasswordLinks.SHORTEST));
        PasswordField second = field("shell.password.again");
        Button set = new Button(say("shell.password.set"), click -> {
            boolean same = first.getValue().equals(second.getValue());
            second.setInvalid(!same);
            second.setErrorMessage(say("shell.password.differ"));
            if (same) {
                Scope.system(() -> links.set(token, first.getValue()));
                body.removeAll();
                body.add(new H1(say("shell.password.done")), new Notice(say("shell.password.done.next"), Tone.OK),
                        new Anchor("login", say("shell.log-in")));
            }
        });
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        body.add(new H1(say("shell.password.title")),
                new Paragraph(say("shell.password.for", person.name(), person.login())), first, second, new Div(set));
    }

    private static PasswordField field(String key) {
        PasswordField field = new PasswordField(say(key));
        field.setWidthFull();
        field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        field.setMaxLength(200);
        field.setManualValidation(true);
        return field;
    }

    @Override
    public String getPageTitle() {
        return say("shell.password.title") + " · TicketingOS";
    }
}
