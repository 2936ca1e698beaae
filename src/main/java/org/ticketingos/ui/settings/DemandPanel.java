package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.SecondFactorRules;
import org.ticketingos.ui.shell.FreshCode;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** Which roles have to have a second factor. */
class DemandPanel extends Panel {

    DemandPanel(SecondFactorRules rules) {
        super("Second factor");
        CheckboxGroup<Role> roles = new CheckboxGroup<>("Who has to have one");
        roles.setItems(List.of(Role.values()));
        roles.setItemLabelGenerator(role -> role == Role.CLIENT ? "People of clients" : Words.text(role.name()));
        roles.setValue(rules.demanded());
        Button save = new Button("Save", click -> FreshCode.then(() -> {
            rules.demand(roles.getValue(), CurrentUser.get());
            Notice.done("Saved.");
        }));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph how = new Paragraph("Whoever has a second factor gives a code after the password. People of the roles"
                + " ticked here who have none are logged out now and set one up at their next log-in.");
        Div body = new Div(how, roles, new Div(save));
        body.addClassNames("stack", "second");
        add(body);
    }
}
