package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Tongue;
import org.ticketingos.ui.shell.Words;

/** How far a ticket has come, stage by stage. */
public class StageBar extends OrderedList {

    public StageBar(Ticket ticket) {
        addClassName("stages");
        Stage now = ticket.stage();
        getElement().setAttribute("aria-label",
                Tongue.say("shell.progress", Words.of(now), ticket.isOpen() ? now.percent() : 100));
        for (Stage stage : Stage.values()) {
            if (stage != Stage.DEFECT_LOGGING || now == stage) {
                add(step(stage, ticket));
            }
        }
    }

    private static ListItem step(Stage stage, Ticket ticket) {
        ListItem step = new ListItem(new Span(Words.of(stage)));
        boolean done = !ticket.isOpen() || stage.percent() < ticket.stage().percent();
        if (done) {
            step.addClassName("done");
        } else if (stage == ticket.stage()) {
            step.addClassName("now");
            step.getElement().setAttribute("aria-current", "step");
        }
        if (stage == Stage.DEFECT_LOGGING) {
            step.addClassName("repair");
        }
        return step;
    }
}
