package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ticketingos.channel.Composed;
import org.ticketingos.client.Clients;
import org.ticketingos.macro.Blanks;
import org.ticketingos.macro.Fits;
import org.ticketingos.macro.Macro;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Words;

/** Puts a macro together. What is refused stays typed. */
class MacroEditor extends Dialog {

    private final TextField title = new TextField("Title");
    private final ComboBox<Composed.Kind> kind = new ComboBox<>("Says");
    private final TextArea body = new TextArea("Text");
    private final ComboBox<Priority> priority = new ComboBox<>("Priority becomes");
    private final ComboBox<String> handTo = new ComboBox<>("Hands over to");
    private final TextField form = new TextField("Completes the step with the form");
    private final TextArea answers = new TextArea("Fills into it, one \"field = value\" a line");
    private final Checkbox archived = new Checkbox("Archived: nobody is offered it any more");

    /**
     * Shows a macro, or a blank one.
     *
     * @param colleagues who may be handed a step, by log-in name
     */
    MacroEditor(@Nullable Macro macro, Clients clients, Map<String, String> colleagues, Consumer<Macro> save) {
        setHeaderTitle(macro == null ? "New macro" : "Macro");
        setWidth("46rem");
        setCloseOnOutsideClick(false);
        title.setWidthFull();
        title.setAutofocus(true);
        kind.setItems(Composed.Kind.values());
        kind.setItemLabelGenerator(one -> one == Composed.Kind.REPLY ? "A reply to the client" : "An internal note");
        kind.setPlaceholder("Nothing");
        kind.setClearButtonVisible(true);
        body.setWidthFull();
        body.setMinRows(3);
        body.setHelperText("Filled in for you: {{" + String.join("}} {{", Blanks.NAMES) + "}}");
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(one -> Words.text(one.name()));
        priority.setPlaceholder("As it is");
        priority.setClearButtonVisible(true);
        form.setPlaceholder("None; for example triage-confirm");
        form.setWidth("22rem");
        handTo.setItems(colleagues.keySet());
        handTo.setItemLabelGenerator(login -> colleagues.getOrDefault(login, login));
        handTo.setPlaceholder("Nobody");
        handTo.setClearButtonVisible(true);
        answers.setWidthFull();
        FitsFields fits = new FitsFields(clients, macro == null ? Fits.ALL : macro.fits());
        if (macro != null) {
            fill(macro);
        }
        Button keep = new Button("Save", click -> {
            save.accept(macro(macro == null ? UUID.randomUUID() : macro.id(), fits.value()));
            close();
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), keep);
        Div acts = new Div(priority, handTo, form);
        acts.addClassName("row");
        add(title, fits, kind, body, acts, answers, archived);
    }

    private void fill(Macro macro) {
        title.setValue(macro.title());
        kind.setValue(macro.kind());
        body.setValue(macro.body());
        priority.setValue(macro.priority());
        handTo.setValue(macro.handTo());
        form.setValue(macro.form() == null ? "" : macro.form());
        answers.setValue(macro.answers().entrySet().stream()
                .map(one -> one.getKey() + " = " + one.getValue())
                .collect(Collectors.joining("\n")));
        archived.setValue(macro.archived());
    }

    private Macro macro(UUID id, Fits fits) {
        return new Macro(id, fits, title.getValue(), kind.getValue(), body.getValue(), priority.getValue(),
                handTo.getValue(), form.isEmpty() ? null : form.getValue().strip(),
                answers(), archived.getValue());
    }

    private Map<String, Object> answers() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String line : answers.getValue().split("\n")) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                values.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
            } else if (!line.isBlank()) {
                throw new TicketRefused("Write \"" + line.strip() + "\" as field = value.");
            }
        }
        return values;
    }
}
