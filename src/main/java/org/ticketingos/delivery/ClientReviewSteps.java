package org.ticketingos.delivery;

import java.util.Date;
import java.util.Map;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;

/** The system steps of client-review.bpmn. */
@Steps("clientReview")
public class ClientReviewSteps {

    private final HandOver handOver;
    private final Deliverables deliverables;

    ClientReviewSteps(HandOver handOver, Deliverables deliverables) {
        this.handOver = handOver;
        this.deliverables = deliverables;
    }

    public boolean reviewRequired(String ticketId) {
        return handOver.required(TicketId.of(ticketId));
    }

    public void deliver(String ticketId) {
        handOver.deliver(TicketId.of(ticketId));
    }

    public void acceptByContract(String ticketId) {
        deliverables.accept(TicketId.of(ticketId), "CONTRACT", "contract", "");
    }

    /** The candidate group of the client's people. */
    public String people(String ticketId) {
        return handOver.people(TicketId.of(ticketId));
    }

    public Date reminderAt(String ticketId) {
        return Date.from(deliverables.remindAt(TicketId.of(ticketId)));
    }

    public Date deemedAt(String ticketId) {
        return Date.from(deliverables.deemedAt(TicketId.of(ticketId)));
    }

    public void remind(String ticketId) {
        handOver.remind(TicketId.of(ticketId));
    }

    public void deem(String ticketId) {
        deliverables.accept(TicketId.of(ticketId), "SILENCE", "contract", "");
    }

    /** "Accepted?" */
    public boolean decide(String ticketId, Map<String, Object> form) {
        return handOver.decide(TicketId.of(ticketId), form);
    }
}
