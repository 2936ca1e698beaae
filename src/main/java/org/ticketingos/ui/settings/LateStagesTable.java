package org.ticketingos.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.ticketingos.sla.LateStages.Late;
import org.ticketingos.ui.board.Sheet;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.TwoLines;
import org.ticketingos.ui.shell.Who;

/** Open tickets with an internal target near its end or missed, the first warned first. */
class LateStagesTable extends Div {

    private static final int MOST = 25;

    LateStagesTable(List<Late> late) {
        if (late.isEmpty()) {
            add(new Empty(VaadinIcon.CHECK_CIRCLE_O, "Every target of our own is kept.", "Nothing is near its end."));
            return;
        }
        Sheet sheet = new Sheet("Internal targets near or missed",
                List.of("Ticket", "Subject", "Target", "Owner", "Due", "State"));
        late.stream().limit(MOST).forEach(one -> sheet.row(
                InboxNavigation.ticket(one.number()),
                new TwoLines(one.subject(), one.clientName()),
                Sheet.text(one.clock()),
                Sheet.text(one.owner() == null ? "nobody" : Who.is(one.owner())),
                Sheet.soft(Moments.near(one.dueAt())),
                one.missed() ? new Chip("Missed", Tone.BAD) : new Chip("Near", Tone.WARN)));
        add(sheet);
        if (late.size() > MOST) {
            add(Sheet.soft("and %s more.".formatted(late.size() == 200 ? "at least 175" : late.size() - MOST)));
        }
    }
}
