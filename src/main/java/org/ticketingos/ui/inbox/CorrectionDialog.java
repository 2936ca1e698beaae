package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.staffing.WorkTimes;
import org.ticketingos.staffing.WorkTimes.Line;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Who;

/** Asks how long it really was, and why. */
final class CorrectionDialog {

    private CorrectionDialog() {}

    static void open(WorkTimes times, Line line, TicketNumber number, CurrentUser user, Runnable changed) {
        TextField minutes = new TextField("Minutes in all");
        minutes.setValue(String.valueOf(line.minutes()));
        minutes.setAllowedCharPattern("[0-9]");
        minutes.setMaxLength(4);
        minutes.setAutofocus(true);
        TextArea reason = MergeAction.reason("Why was it another time?");
        reason.setMaxLength(300);
        new ActDialog("Correct time on " + number, "Correct", () -> {
            if (minutes.getValue().isBlank()) {
                throw new TicketRefused("Say how many minutes it was in all.");
            }
            int wanted = Integer.parseInt(minutes.getValue());
            times.correct(line.ticket(), line.login(), line.day(), wanted - line.minutes(), reason.getValue(), user);
            Notice.done("The time is corrected; what was measured stays beside it.");
            changed.run();
        })
                .with(new Paragraph(Who.is(line.login()) + ", " + Moments.day(line.day()) + ": measured "
                        + TimeAside.span(line.measured()) + "."), minutes, reason)
                .open();
    }
}
