package org.ticketingos.ui.inbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.document.Documents;
import org.ticketingos.sla.Clocks;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.Positions;

/** What the page of a ticket is made from. */
@Component
record TicketDesk(
        Tickets tickets,
        Inbox inbox,
        Clocks clocks,
        Clients clients,
        Conversation conversation,
        Documents documents,
        Papers papers,
        Positions positions,
        Sentences sentences,
        ObjectProvider<TicketAction> moreActions,
        ObjectProvider<TicketAside> moreAsides) {

    CurrentUser user() {
        return CurrentUser.get();
    }

    String clientName(Ticket ticket) {
        return clients.find(ticket.client()).map(Client::name).orElse("No client yet");
    }

    List<TicketAction> actions() {
        return moreActions.orderedStream().toList();
    }

    /** The panels that other parts put beside this ticket for this person. */
    List<com.vaadin.flow.component.Component> asides(Ticket ticket) {
        List<com.vaadin.flow.component.Component> panels = new ArrayList<>();
        moreAsides.orderedStream().forEach(aside -> {
            com.vaadin.flow.component.Component panel = aside.panel(ticket, user());
            if (panel != null) {
                panels.add(panel);
            }
        });
        return panels;
    }
}
