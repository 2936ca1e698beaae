package org.ticketingos.staffing;

import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The system steps of assignment.bpmn; every human step asks here who it is for. */
@Steps("assignment")
public class AssignmentSteps {

    private final Tickets tickets;
    private final Staffing staffing;

    AssignmentSteps(Tickets tickets, Staffing staffing) {
        this.tickets = tickets;
        this.staffing = staffing;
    }

    public String category(String ticketId) {
        String category = ticket(ticketId).category();
        return category == null ? "" : category;
    }

    public String priority(String ticketId) {
        return ticket(ticketId).priority().name();
    }

    public String mood(String ticketId) {
        String mood = ticket(ticketId).mood();
        return mood == null ? "calm" : mood;
    }

    public void assign(String ticketId, String queue, String skill) {
        staffing.push(TicketId.of(ticketId), queue, skill);
    }

    public @Nullable String agent(String ticketId) {
        return ticket(ticketId).owner();
    }

    public String queue(String ticketId) {
        String queue = ticket(ticketId).queue();
        return queue == null ? "service-desk" : queue;
    }

    private Ticket ticket(String ticketId) {
        return tickets.get(TicketId.of(ticketId));
    }
}
