package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import org.ticketingos.bulk.BulkAct;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.InboxCounts;

/** What can be done to the selected rows, or to all that match; shown once a row is selected. */
class BulkBar extends Div {

    private final transient InboxDesk desk;
    private final WorkList list;
    private final Span words = new Span();
    private final Button all = new Button();
    private final Div acts = new Div();
    private boolean everything;

    BulkBar(InboxDesk desk, WorkList list) {
        this.desk = desk;
        this.list = list;
        addClassName("bulk-bar");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "Act on the selected rows");
        words.addClassName("strong");
        words.getElement().setAttribute("aria-live", "polite");
        all.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        all.addClickListener(click -> {
            everything = true;
            update();
        });
        acts.addClassName("row");
        for (BulkAct act : BulkAct.values()) {
            Button button = new Button(brief(act), click -> open(act));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setTooltipText(act.label());
            acts.add(button);
        }
        Button none = new Button("Clear", click -> clear());
        none.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        none.addClassName("push");
        add(words, all, acts, none);
        list.addSelectionListener(selection -> {
            everything = false;
            update();
        });
        update();
    }

    void clear() {
        everything = false;
        list.deselectAll();
        update();
    }

    void focusFirst() {
        if (isVisible()) {
            ((Button) acts.getComponentAt(0)).focus();
        }
    }

    private static String brief(BulkAct act) {
        return switch (act) {
            case TAKE -> "Take";
            case RELEASE -> "Give back";
            case HAND_OVER -> "Hand over";
            case PRIORITY -> "Priority";
            case COMPLETE -> "Complete";
            case NOTE -> "Note";
            case WITHDRAW -> "Withdraw";
        };
    }

    private void update() {
        Set<WorkList.Line> selected = list.getSelectedItems();
        setVisible(!selected.isEmpty());
        if (selected.isEmpty()) {
            return;
        }
        String matching = desk.counts().of(list.filter(), desk.user());
        words.setText(everything ? "All " + matching + " that match" : Words.count(selected.size(), "row") + " selected");
        all.setText("Select all " + matching + " that match");
        all.setVisible(!everything && !matching.equals(Integer.toString(selected.size()))
                && (matching.endsWith("+") || Integer.parseInt(matching) <= InboxCounts.MOST));
    }

    private void open(BulkAct act) {
        List<String> tasks = everything
                ? desk.bulk().matching(list.filter(), desk.user())
                : list.getSelectedItems().stream().map(line -> line.item().taskId()).toList();
        new BulkDialog(desk, act, tasks, () -> {
            clear();
            list.again();
        }).open();
    }
}
