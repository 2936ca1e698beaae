package org.ticketingos.billing;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Clients;
import org.ticketingos.client.PricingModel;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

/** Brings the measured time of hourly contracts to the timesheet, where a second person approves it. */
@Component
class MeasuredHours {

    private static final Set<String> ENDS_WORK = Set.of("step-done", "step-released", "work-time-corrected");

    private final Timesheets timesheets;
    private final Tickets tickets;
    private final Clients clients;

    MeasuredHours(Timesheets timesheets, Tickets tickets, Clients clients) {
        this.timesheets = timesheets;
        this.tickets = tickets;
        this.clients = clients;
    }

    @EventListener
    @Order
    void follow(RecordedEvent event) {
        if (!ENDS_WORK.contains(event.kind())) {
            return;
        }
        Ticket ticket = tickets.get(event.ticketId());
        if (ticket.contractId() != null && clients.contract(ticket.contractId()).model() == PricingModel.HOURLY) {
            timesheets.measure(ticket.id());
        }
    }
}
