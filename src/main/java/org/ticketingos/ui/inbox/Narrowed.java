package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.HashMap;
import java.util.Map;
import org.ticketingos.ticket.ListFilter;

/** What a list was narrowed to by a link from elsewhere, in words, each with a way out. */
class Narrowed extends Div {

    private final Runnable changed;
    private final Map<String, String> address = new HashMap<>();

    Narrowed(Runnable changed) {
        this.changed = changed;
        addClassNames("row", "narrowed");
        setVisible(false);
    }

    /** The parts of the address that are kept when other filters change. */
    Map<String, String> address() {
        return new HashMap<>(address);
    }

    void show(Map<String, String> values, Map<String, ListFilter.Condition> conditions) {
        removeAll();
        address.clear();
        setVisible(!conditions.isEmpty());
        add(new Span("Only tickets"));
        conditions.forEach((name, condition) -> {
            address.put(name, values.getOrDefault(name, ""));
            Button drop = new Button(condition.words(), VaadinIcon.CLOSE_SMALL.create(), click -> {
                address.remove(name);
                changed.run();
            });
            drop.setIconAfterText(true);
            drop.addThemeVariants(ButtonVariant.LUMO_SMALL);
            drop.setAriaLabel("No longer only tickets " + condition.words());
            add(drop);
        });
    }
}
