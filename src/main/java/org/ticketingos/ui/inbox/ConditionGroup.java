package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.workflow.Condition;
import org.ticketingos.workflow.Condition.All;
import org.ticketingos.workflow.Condition.Any;
import org.ticketingos.workflow.Condition.Not;
import org.ticketingos.workflow.Condition.Test;

/** Conditions of which all, any or none must hold; groups may stand in groups. */
class ConditionGroup extends Div {

    private enum Join {
        ALL("All of these hold"),
        ANY("At least one of these holds"),
        NONE("None of these holds");

        private final String label;

        Join(String label) {
            this.label = label;
        }
    }

    private final ConditionChoices choices;
    private final Select<Join> join = new Select<>();
    private final Div parts = new Div();

    ConditionGroup(ConditionChoices choices, Condition before, @Nullable Runnable remove) {
        this.choices = choices;
        addClassName("condition-group");
        parts.addClassName("stack");
        join.setItems(Join.values());
        join.setItemLabelGenerator(one -> one.label);
        join.setAriaLabel("How the conditions are joined");
        join.setWidth("16rem");
        restore(before);
        Button add = small("Condition", VaadinIcon.PLUS, () -> add(new Test("due", Condition.Op.WITHIN, List.of("4 hours"))));
        Button group = small("Group", VaadinIcon.PLUS_SQUARE_O, () -> add(new Any(List.of())));
        Div head = new Div(join, add, group);
        head.addClassName("row");
        if (remove != null) {
            Button gone = small("", VaadinIcon.CLOSE_SMALL, remove);
            gone.setAriaLabel("Remove this group");
            gone.addClassName("push");
            head.add(gone);
        }
        add(head, parts);
    }

    private static Button small(String label, VaadinIcon icon, Runnable what) {
        Button button = new Button(label, icon.create(), click -> what.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void restore(Condition before) {
        if (before instanceof All all) {
            join.setValue(Join.ALL);
            all.of().forEach(this::add);
        } else if (before instanceof Any any) {
            join.setValue(Join.ANY);
            any.of().forEach(this::add);
        } else if (before instanceof Not not) {
            join.setValue(Join.NONE);
            if (not.of() instanceof Any any) {
                any.of().forEach(this::add);
            } else {
                add(not.of());
            }
        } else {
            join.setValue(Join.ALL);
            add(before);
        }
    }

    private void add(Condition condition) {
        Component[] part = new Component[1];
        Runnable remove = () -> parts.remove(part[0]);
        part[0] = condition instanceof Test test
                ? new ConditionRow(choices, test, remove)
                : new ConditionGroup(choices, condition, remove);
        parts.add(part[0]);
    }

    boolean isEmpty() {
        return parts.getChildren().findAny().isEmpty();
    }

    Condition condition() {
        List<Condition> all = parts.getChildren()
                .map(part -> part instanceof ConditionRow row ? row.condition() : ((ConditionGroup) part).condition())
                .toList();
        return switch (join.getValue()) {
            case ALL -> new All(all);
            case ANY -> new Any(all);
            case NONE -> new Not(new Any(all));
        };
    }
}
