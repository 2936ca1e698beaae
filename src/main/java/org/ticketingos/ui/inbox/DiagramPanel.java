package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import java.util.List;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.ui.studio.Diagram;
import org.ticketingos.workflow.Positions.Position;

/** The diagrams a ticket is in, with the activity where it stands marked: the spine and each process it called. */
class DiagramPanel extends Panel {

    private final Div drawing = new Div();
    private final Span where = new Span();

    DiagramPanel(List<Position> positions) {
        super("Its way through the diagrams");
        where.addClassNames("soft", "small");
        if (positions.isEmpty()) {
            add(new Empty(VaadinIcon.SITEMAP, "No diagram runs for this ticket.", "A defect lives in its parent's."));
            return;
        }
        Tabs tabs = new Tabs();
        tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
        positions.forEach(position -> tabs.add(new Tab(position.name())));
        tabs.addSelectedChangeListener(change -> show(positions.get(tabs.getSelectedIndex())));
        tabs.setVisible(positions.size() > 1);
        add(tabs, where, drawing);
        boolean ended = positions.stream().allMatch(position -> position.active().isEmpty());
        int first = ended ? 0 : positions.size() - 1;
        tabs.setSelectedIndex(first);
        show(positions.get(first));
    }

    private void show(Position position) {
        String steps = String.join(", ", position.active().stream().map(Words::text).toList());
        where.setText(position.active().isEmpty()
                ? "This process has ended. Green is the way it took: " + Words.count(position.been().size(), "step") + "."
                : "Now at: " + steps + (position.stuck().isEmpty() ? "." : ". Stuck: the board can retry it.")
                        + " Green is done.");
        drawing.removeAll();
        drawing.add(new Diagram(position.xml(), "Diagram of " + position.name()
                + (steps.isEmpty() ? ", ended" : ", now at " + steps))
                .been(position.been())
                .active(position.active())
                .stuck(position.stuck()));
    }
}
