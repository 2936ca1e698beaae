package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;

/** Takes a merge back. */
@Component
@Order(11)
class UnmergeAction implements TicketAction {

    private final Merging merging;

    UnmergeAction(Merging merging) {
        this.merging = merging;
    }

    @Override
    public String label() {
        return "Undo the merge …";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.EXPAND_SQUARE;
    }

    @Override
    public boolean possible(Ticket ticket, CurrentUser user) {
        return MergeAction.mayArrange(user) && ticket.isOpen() && ticket.status() == Status.MERGED;
    }

    @Override
    public void open(Ticket ticket, Runnable done) {
        TextArea reason = MergeAction.reason("Why was the merge wrong?");
        new ActDialog("Undo the merge of " + ticket.number(), "Undo the merge", () -> {
            if (reason.getValue().isBlank()) {
                throw new TicketRefused("Say why, in a few words.");
            }
            merging.undo(ticket.id(), reason.getValue());
            Notice.done(ticket.number() + " goes on where it stood.");
            done.run();
        })
                .with(new Paragraph("Its process, its steps and what was typed go on where they stood. Mail that came for "
                        + ticket.number() + " goes back with it. Its clock counts the time in between: the client has "
                        + "been waiting."), reason)
                .open();
    }
}
