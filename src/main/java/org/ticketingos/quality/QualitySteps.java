package org.ticketingos.quality;

import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The system steps of quality.bpmn. */
@Steps("quality")
@Transactional
public class QualitySteps {

    private final Tickets tickets;
    private final Sampling sampling;
    private final Checklist checklist;
    private final Scoring scoring;
    private final Novices novices;

    QualitySteps(Tickets tickets, Sampling sampling, Checklist checklist, Scoring scoring, Novices novices) {
        this.tickets = tickets;
        this.sampling = sampling;
        this.checklist = checklist;
        this.scoring = scoring;
        this.novices = novices;
    }

    public int contractPercent(String ticketId) {
        return scoring.contract(tickets.get(TicketId.of(ticketId))).samplingPercent();
    }

    public boolean newAgent(String ticketId) {
        return checklist.keyers(TicketId.of(ticketId)).stream().anyMatch(novices::includes);
    }

    /** Whether QA looks at this ticket; never where there is nothing to look at. */
    public boolean sample(String ticketId, int ratePercent) {
        TicketId id = TicketId.of(ticketId);
        return sampling.draw(id, ratePercent) && !checklist.of(id).isEmpty();
    }

    public String score(String ticketId, Map<String, Object> form) {
        return scoring.score(TicketId.of(ticketId), form);
    }

    public String scoreAgain(String ticketId, Map<String, Object> form) {
        return scoring.scoreAgain(TicketId.of(ticketId), form);
    }
}
