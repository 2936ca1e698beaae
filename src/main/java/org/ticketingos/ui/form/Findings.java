package org.ticketingos.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.function.Consumer;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.Form;
import org.ticketingos.workflow.FormField;

/** All that is wrong with a form, in one list that is read out; each entry leads to its field. */
class Findings extends Div {

    private final Consumer<String> go;

    Findings(Consumer<String> go) {
        this.go = go;
        addClassNames("findings", "bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(Form form, Map<String, String> findings) {
        removeAll();
        setVisible(!findings.isEmpty());
        if (findings.isEmpty()) {
            return;
        }
        Span head = new Span(Words.count(findings.size(), "entry").replace("entrys", "entries")
                + (findings.size() == 1 ? " needs" : " need") + " another look:");
        head.addClassName("strong");
        UnorderedList list = new UnorderedList();
        findings.forEach((place, sentence) -> {
            Button to = new Button(name(form, place), press -> go.accept(place));
            to.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            list.add(new ListItem(to, new Span(" " + sentence)));
        });
        add(head, list);
    }

    /** {@code lines[2].amount} is "Amount, row 3". */
    private static String name(Form form, String place) {
        String key = place.replaceAll("\\[.*", "");
        FormField field = form.fields().stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
        if (field == null) {
            return place;
        }
        if (place.indexOf('[') < 0) {
            return field.label();
        }
        int row = Integer.parseInt(place.replaceAll("^.*\\[(\\d+)].*$", "$1")) + 1;
        String part = place.replaceAll("^.*]\\.?", "");
        return field.fields().stream()
                .filter(one -> one.key().equals(part))
                .map(one -> one.label() + ", row " + row)
                .findFirst()
                .orElse(field.label() + ", row " + row);
    }
}
