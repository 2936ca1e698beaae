package org.ticketingos.ui.board;

import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.insight.Board;
import org.ticketingos.insight.Flaws;
import org.ticketingos.insight.Hands;
import org.ticketingos.insight.People;
import org.ticketingos.quality.ProvenAccuracy;
import org.ticketingos.staffing.Staffing;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.Incidents;
import org.ticketingos.workflow.WorkOffers;

/** Everything the board reads and does, in one hand. */
@Component
record BoardReading(
        Board board,
        Hands hands,
        People people,
        Flaws flaws,
        ProvenAccuracy accuracy,
        Incidents incidents,
        WorkOffers offers,
        Inbox inbox,
        Papers papers,
        Staffing staffing,
        Tickets tickets) {

    TroubleParts trouble(Runnable again) {
        return new TroubleParts(inbox, papers, incidents, CurrentUser.get(), again);
    }

    Giving giving(Runnable again) {
        return new Giving(staffing, tickets, again);
    }
}
