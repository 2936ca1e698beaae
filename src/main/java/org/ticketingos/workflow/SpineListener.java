package org.ticketingos.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Turns "activity of the spine entered" into the ticket's stage. */
@Component
class SpineListener {

    private final Tickets tickets;

    SpineListener(Tickets tickets) {
        this.tickets = tickets;
    }

    void entered(DelegateExecution execution) {
        Stage.ofActivity(execution.getCurrentActivityId())
                .ifPresent(stage -> tickets.enter(TicketId.of(Var.TICKET_ID.from(execution)), stage));
    }
}
