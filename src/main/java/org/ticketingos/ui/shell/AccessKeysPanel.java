package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.AccessKeys;
import org.ticketingos.access.AccessKeys.AccessKey;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.SecondFactors;

/** Keys for the own programs; for people with a second factor, whose password the API does not take. */
@org.springframework.stereotype.Component
@Order(3)
class AccessKeysPanel implements ProfilePanel {

    private final AccessKeys keys;
    private final SecondFactors factors;

    AccessKeysPanel(AccessKeys keys, SecondFactors factors) {
        this.keys = keys;
        this.factors = factors;
    }

    @Override
    public String title() {
        return say("shell.keys.access");
    }

    @Override
    public boolean possible(CurrentUser user) {
        return factors.isOn(user.login());
    }

    @Override
    public Component panel(CurrentUser user) {
        Div shown = new Div();
        Div list = new Div();
        TextField name = new TextField(say("shell.keys.access.name"));
        name.setMaxLength(80);
        name.setWidth("18rem");
        name.setPlaceholder(say("shell.keys.access.name.hint"));
        Button make = new Button(say("shell.keys.access.make"), click -> FreshCode.then(() -> {
            String key = keys.make(name.getValue(), user);
            shown.removeAll();
            shown.add(new Notice(say("shell.keys.access.once"), Tone.WARN), code(key));
            name.clear();
            show(list, user);
        }));
        Div row = new Div(name, make);
        row.addClassNames("row", "key-maker");
        shown.addClassName("stack");
        show(list, user);
        Div body = new Div(new Paragraph(say("shell.keys.access.what")), list, shown, row);
        body.addClassNames("stack", "second");
        return body;
    }

    private static Div code(String key) {
        Element code = new Element("code");
        code.setText(key);
        Div box = new Div();
        box.addClassNames("codes", "wrap");
        box.getElement().appendChild(code);
        return box;
    }

    private void show(Div box, CurrentUser user) {
        box.removeAll();
        List<AccessKey> mine = keys.of(user);
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        mine.forEach(key -> {
            Span name = new Span(key.name());
            name.addClassNames("strong", "wrap");
            Span facts = new Span(say("shell.keys.access.until", Moments.at(key.until())) + " · "
                    + (key.used() == null ? say("shell.keys.access.unused")
                            : say("shell.keys.access.used", Moments.at(key.used()))));
            facts.addClassNames("soft", "small");
            Button delete = new Button(say("shell.keys.access.delete"), click -> {
                keys.delete(key.id(), user);
                show(box, user);
            });
            delete.setAriaLabel(say("shell.keys.access.delete") + ": " + key.name());
            delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            Div row = new Div(name, facts, delete);
            row.addClassName("row");
            list.add(new ListItem(row));
        });
        box.add(mine.isEmpty() ? new Span(say("shell.keys.access.none")) : list);
    }
}
