package org.ticketingos.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.WorkOffers.Skip;

/** What somebody was offered and did not want, each with the reason given. */
final class Skipped {

    private Skipped() {}

    static void open(String name, List<Skip> skips) {
        Sheet sheet = new Sheet("Skipped by " + name, List.of("Ticket", "Step", "When", "Why"));
        skips.forEach(skip -> sheet.row(
                InboxNavigation.ticket(skip.ticket()),
                Sheet.text(Words.text(skip.step())),
                Sheet.soft(Moments.near(skip.at())),
                new Div(Sheet.text(skip.reason()), Sheet.soft(skip.note().isBlank() ? "" : " " + skip.note()))));
        Dialog dialog = new Dialog("Skipped by " + name + ", last 30 days", sheet);
        dialog.setWidth("44rem");
        dialog.getFooter().add(new Button("Close", click -> dialog.close()));
        dialog.open();
    }
}
