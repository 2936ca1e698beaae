package org.ticketingos.ui.inbox;

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
        Sentences sentences) {

    CurrentUser user() {
        return CurrentUser.get();
    }

    String clientName(Ticket ticket) {
        return clients.find(ticket.client()).map(Client::name).orElse("No client yet");
    }
}
