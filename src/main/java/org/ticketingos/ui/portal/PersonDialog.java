package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.Users;
import org.ticketingos.ui.shell.Words;

/** Asks who somebody is and what they may do; nothing typed is lost when it is refused. */
final class PersonDialog extends Dialog {

    private final TextField name = new TextField(say("portal.people.name"));
    private final EmailField mail = new EmailField(say("portal.people.mail"));
    private final CheckboxGroup<ClientRole> roles = new CheckboxGroup<>(say("portal.people.roles"));
    private final Checkbox company = new Checkbox(say("portal.people.company"));
    private final Checkbox invoices = new Checkbox(say("portal.people.invoices"));

    /** What was filled in. */
    record Person(String name, String mail, ClientRights rights) {}

    private PersonDialog(String title, String act, Consumer<Person> taker) {
        setHeaderTitle(title);
        setWidth("min(30rem, 94vw)");
        roles.setItems(ClientRole.values());
        roles.setItemLabelGenerator(role -> Words.of(role) + ": " + say("portal.people.role." + role.name()));
        roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        company.setHelperText(say("portal.people.company.help"));
        name.setWidthFull();
        name.setMaxLength(120);
        mail.setWidthFull();
        mail.setMaxLength(254);
        Div stack = new Div(name, mail, roles, company, invoices);
        stack.addClassName("stack");
        add(stack);
        Button send = new Button(act, click -> {
            if (roles.isEmpty()) {
                roles.setErrorMessage(say("portal.people.roles-missing"));
                roles.setInvalid(true);
                return;
            }
            taker.accept(new Person(name.getValue(), mail.getValue(), new ClientRights(
                    Set.copyOf(roles.getValue()), company.getValue(), invoices.getValue())));
            close();
        });
        roles.setManualValidation(true);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(say("portal.cancel"), click -> close()), send);
        open();
    }

    static void forNewcomer(Consumer<Person> taker) {
        PersonDialog dialog = new PersonDialog(say("portal.people.invite"), say("portal.people.invite.send"), taker);
        dialog.show(null);
        dialog.name.focus();
    }

    static void of(Users.User user, Consumer<Person> taker) {
        new PersonDialog(user.name(), say("portal.save"), taker).show(user);
    }

    private void show(Users.@Nullable User user) {
        name.setVisible(user == null);
        mail.setVisible(user == null);
        roles.setValue(user == null ? Set.of(ClientRole.REQUESTER) : user.rights().roles());
        company.setValue(user != null && user.rights().company());
        invoices.setValue(user != null && user.rights().invoices());
    }
}
