package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.billing.Invoices;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Writing;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.document.Documents;
import org.ticketingos.macro.CannedTexts;
import org.ticketingos.quality.Defects;
import org.ticketingos.sla.Clocks;
import org.ticketingos.sla.InternalClocks;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.Positions;

/** What the page of a ticket is made from. */
@org.springframework.stereotype.Component
record TicketDesk(
        Tickets tickets,
        Merging merging,
        TicketList list,
        Inbox inbox,
        Clocks clocks,
        InternalClocks internalClocks,
        WorkCalendars calendars,
        Clients clients,
        Defects defects,
        Invoices invoices,
        Conversation conversation,
        Writing writing,
        CannedTexts texts,
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
    List<Component> asides(Ticket ticket) {
        List<Component> panels = new ArrayList<>();
        moreAsides.orderedStream().forEach(aside -> {
            Component panel = aside.panel(ticket, user());
            if (panel != null) {
                panels.add(panel);
            }
        });
        return panels;
    }
}
