package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.OpenTask;

/** What is to do on a ticket now: each open step with its form, and the page it is about where there is one. */
class WorkZone extends Section {

    private final TicketDesk desk;
    private final Runnable changed;
    private List<String> drawn = List.of();
    private boolean byOwnAct;

    WorkZone(TicketDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        addClassNames("zone", "zone-do", "stack");
        getElement().setAttribute("aria-label", "What to do");
        getElement().setAttribute("tabindex", "-1");
        setVisible(false);
    }

    /** Draws the steps anew when there are others or somebody else has them; a form that is being filled stays. */
    boolean show(List<InboxItem> steps) {
        List<String> now = steps.stream().map(step -> step.taskId() + "/" + step.assignee()).toList();
        if (now.equals(drawn)) {
            return false;
        }
        boolean lost = !byOwnAct && !drawn.isEmpty() && drawn.stream()
                .anyMatch(one -> one.endsWith("/" + desk.user().login()) && !now.contains(one));
        drawn = now;
        byOwnAct = false;
        List<WorkPanel> written = panels().stream().filter(WorkPanel::holdsText).toList();
        if (lost && !written.isEmpty()) {
            written.forEach(WorkPanel::look);
            return false;
        }
        removeAll();
        if (lost) {
            add(new Notice("Your step is done or went to somebody else. What you typed is kept as your draft.", Tone.INFO));
        }
        for (InboxItem step : steps) {
            OpenTask task = desk.inbox().open(step.taskId(), desk.user());
            add(new WorkPanel(desk.inbox(), task, desk.user(), desk.papers(), this::redraw, done -> redraw()));
        }
        setVisible(getComponentCount() > 0);
        return true;
    }

    /** This person has just done something to the ticket: a step that is gone now surprises nobody. */
    void acted() {
        byOwnAct = true;
    }

    private List<WorkPanel> panels() {
        return getChildren().filter(WorkPanel.class::isInstance).map(WorkPanel.class::cast).toList();
    }

    /** Whether a page lies beside one of the forms, so that it needs the width. */
    boolean wide() {
        return getChildren().anyMatch(child -> child instanceof WorkPanel && !child.hasClassName("alone"));
    }

    /** After an act of this person: no notice that the step is gone. */
    private void redraw() {
        drawn = List.of();
        changed.run();
    }
}
