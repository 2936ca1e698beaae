package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.Condition;
import org.ticketingos.workflow.Condition.Op;
import org.ticketingos.workflow.Condition.Test;
import org.ticketingos.workflow.InboxField;

/** One comparison: what, how, with what. */
class ConditionRow extends Div {

    private final ConditionChoices choices;
    private final ComboBox<String> field = new ComboBox<>();
    private final Select<Op> op = new Select<>();
    private final MultiSelectComboBox<String> some = new MultiSelectComboBox<>();
    private final TextField one = new TextField();
    private final Map<String, String> options = new LinkedHashMap<>();

    ConditionRow(ConditionChoices choices, Test before, Runnable remove) {
        this.choices = choices;
        addClassName("condition-row");
        field.setItems(choices.fields());
        field.setItemLabelGenerator(choices::label);
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(typed -> field.setValue("work." + typed.getDetail().strip()));
        field.setAriaLabel("What is compared");
        field.setTooltipText("Choose, or type the name of a keyed field such as vendor");
        op.setAriaLabel("How it is compared");
        op.setItemLabelGenerator(Op::words);
        some.setAriaLabel("Values");
        some.setItemLabelGenerator(value -> options.getOrDefault(value, value));
        some.setAllowCustomValue(true);
        some.addCustomValueSetListener(typed -> {
            List<String> values = new ArrayList<>(some.getValue());
            values.add(typed.getDetail());
            offer(values);
            some.setValue(values);
        });
        one.setAriaLabel("Value");
        Button gone = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove.run());
        gone.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        gone.setAriaLabel("Remove this condition");
        add(field, op, some, one, gone);
        restore(before);
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                about(change.getValue());
                op.setValue(choices.kind(change.getValue()).ops().get(0));
            }
        });
        op.addValueChangeListener(change -> fit());
    }

    private void restore(Test before) {
        field.setValue(before.field());
        about(before.field());
        op.setValue(before.op());
        if (isChoice()) {
            offer(before.values());
            some.setValue(before.values());
        } else if (!before.values().isEmpty()) {
            one.setValue(String.join(", ", before.values()));
        }
        fit();
    }

    private void about(String code) {
        op.setItems(choices.kind(code).ops());
        options.clear();
        options.putAll(choices.values(code));
        some.setItems(List.copyOf(options.keySet()));
        one.clear();
    }

    private void offer(List<String> more) {
        more.forEach(value -> options.putIfAbsent(value, value));
        some.setItems(List.copyOf(options.keySet()));
    }

    private boolean isChoice() {
        return field.getValue() != null && choices.kind(field.getValue()) == InboxField.Kind.CHOICE;
    }

    private void fit() {
        boolean needs = op.getValue() != Op.EMPTY;
        some.setVisible(needs && isChoice());
        one.setVisible(needs && !isChoice());
        if (op.getValue() != null) {
            one.setPlaceholder(switch (op.getValue()) {
                case WITHIN, LONGER_THAN, SHORTER_THAN -> "4 hours";
                case BEFORE, SINCE -> "today, yesterday, 2026-01-21";
                case MORE_THAN, LESS_THAN -> "1000";
                default -> "";
            });
        }
    }

    Condition condition() {
        String code = field.getValue();
        if (code == null || op.getValue() == null) {
            throw new TicketRefused("A condition does not say yet what is compared.");
        }
        List<String> values = op.getValue() == Op.EMPTY ? List.of()
                : isChoice() ? List.copyOf(some.getValue())
                : one.isEmpty() ? List.of() : List.of(one.getValue().strip());
        if (values.isEmpty() && op.getValue() != Op.EMPTY) {
            throw new TicketRefused("The condition on \"%s\" has no value to compare with.".formatted(choices.label(code)));
        }
        return new Test(code, op.getValue(), values);
    }
}
