package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;

/** Lets a request live on in another one. */
@Component
@Order(10)
class MergeAction implements TicketAction {

    private final Merging merging;
    private final TicketList list;

    MergeAction(Merging merging, TicketList list) {
        this.merging = merging;
        this.list = list;
    }

    @Override
    public String label() {
        return "Merge into another ticket …";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.COMPRESS_SQUARE;
    }

    @Override
    public boolean possible(Ticket ticket, CurrentUser user) {
        return mayArrange(user) && ticket.isOpen() && ticket.status() != Status.MERGED
                && ticket.kind().equals(Ticket.REQUEST);
    }

    static boolean mayArrange(CurrentUser user) {
        return user.is(Role.AGENT) || user.is(Role.SUPERVISOR) || user.is(Role.ADMIN);
    }

    @Override
    public void open(Ticket ticket, Runnable done) {
        TicketField into = new TicketField("Merge into", list, ticket);
        TextArea reason = reason("Why are they the same?");
        Div effect = new Div();
        effect.addClassNames("act-effect", "small");
        into.addValueChangeListener(change -> {
            effect.removeAll();
            Ticket target = change.getValue();
            if (target != null) {
                effect.add(new Paragraph(ticket.number() + " stops and leaves every list; its conversation is read in "
                        + target.number() + ", and mail to it lands there."));
                effect.add(new Paragraph("The promise made first counts: "
                        + (ticket.receivedAt().isBefore(target.receivedAt()) ? ticket.number() : target.number()) + "."));
                effect.add(new Paragraph("You can undo it until " + target.number() + " is closed."));
            }
        });
        new ActDialog("Merge " + ticket.number(), "Merge", () -> {
            if (into.getValue() == null) {
                throw new TicketRefused("Choose the ticket it shall live on in.");
            }
            merging.merge(ticket.id(), into.getValue().id(), reason.getValue());
            Notice.done(ticket.number() + " was merged into " + into.getValue().number() + ".");
            InboxNavigation.toTicket(into.getValue().number());
        })
                .with(into, reason, effect)
                .open();
    }

    static TextArea reason(String label) {
        TextArea reason = new TextArea(label);
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setMinHeight("4.5rem");
        return reason;
    }
}
