package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Relation;
import org.ticketingos.ticket.Relations;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;

/** Says what a request has to do with another. */
@Component
@Order(13)
class RelateAction implements TicketAction {

    private final Relations relations;
    private final TicketList list;

    RelateAction(Relations relations, TicketList list) {
        this.relations = relations;
        this.list = list;
    }

    @Override
    public String label() {
        return "Link to another ticket …";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.LINK;
    }

    @Override
    public boolean possible(Ticket ticket, CurrentUser user) {
        return MergeAction.mayArrange(user) && ticket.kind().equals(Ticket.REQUEST);
    }

    @Override
    public void open(Ticket ticket, Runnable done) {
        ComboBox<Relation> how = new ComboBox<>("How", Relation.values());
        how.setItemLabelGenerator(relation -> ticket.number() + " " + relation.label());
        how.setValue(Relation.RELATED);
        how.setWidthFull();
        how.setHelperText(helper(Relation.RELATED));
        how.addValueChangeListener(change -> how.setHelperText(helper(change.getValue())));
        TicketField other = new TicketField("Request", list, ticket);
        new ActDialog("Link " + ticket.number(), "Link", () -> {
            if (how.getValue() == null || other.getValue() == null) {
                throw new TicketRefused("Choose how, and the other ticket.");
            }
            relations.add(ticket.id(), how.getValue(), other.getValue().id());
            Notice.done(ticket.number() + " " + how.getValue().label() + " " + other.getValue().number() + ".");
            done.run();
        })
                .with(how, other)
                .open();
    }

    private static String helper(Relation relation) {
        if (relation == null) {
            return "";
        }
        return relation.waits()
                ? "This ticket closes only after the other one."
                : relation.inverse().waits() ? "The other ticket closes only after this one." : "Neither waits for the other.";
    }
}
