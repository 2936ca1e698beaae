package org.ticketingos.triage;

import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The system steps of triage.bpmn. */
@Steps("triage")
@Transactional
public class TriageSteps {

    private final TriageDesk triage;
    private final Tickets tickets;

    TriageSteps(TriageDesk triage, Tickets tickets) {
        this.triage = triage;
        this.tickets = tickets;
    }

    public void classify(String ticketId) {
        triage.classify(TicketId.of(ticketId));
    }

    /** That the proposed line is right, 0 to 100. */
    public int confidence(String ticketId) {
        return triage.proposal(TicketId.of(ticketId)).confidence();
    }

    /** Code of the proposed line, or {@code none}. */
    public String suggestedLine(String ticketId) {
        return triage.proposal(TicketId.of(ticketId)).line();
    }

    /** calm, worried or angry. */
    public String mood(String ticketId) {
        return triage.proposal(TicketId.of(ticketId)).mood();
    }

    public void accept(String ticketId) {
        triage.accept(TicketId.of(ticketId));
    }

    public void confirm(String ticketId, Map<String, Object> form) {
        triage.confirm(TicketId.of(ticketId), ConfirmForm.answer(form));
    }

    public String serviceLine(String ticketId) {
        return tickets.get(TicketId.of(ticketId)).lineCode();
    }

    public void remind(String ticketId) {
        triage.remind(TicketId.of(ticketId));
    }
}
