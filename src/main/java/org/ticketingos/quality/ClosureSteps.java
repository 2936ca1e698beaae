package org.ticketingos.quality;

import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;

/** The system steps of closure.bpmn. */
@Steps("closure")
@Transactional
public class ClosureSteps {

    private final Closing closing;
    private final Surveys surveys;

    ClosureSteps(Closing closing, Surveys surveys) {
        this.closing = closing;
        this.surveys = surveys;
    }

    /** Whether a part of it, or something it depends on, is still open: then it cannot close (GATE-4). */
    public boolean blocked(String ticketId) {
        return closing.blocked(TicketId.of(ticketId));
    }

    public void waitForOthers(String ticketId) {
        closing.waitForOthers(TicketId.of(ticketId));
    }

    public boolean surveyWanted(String ticketId) {
        return !closing.withdrawn(TicketId.of(ticketId));
    }

    public void sendSurvey(String ticketId) {
        closing.sendSurvey(TicketId.of(ticketId));
    }

    public String people(String ticketId) {
        return closing.people(TicketId.of(ticketId));
    }

    public void recordSurvey(String ticketId, Map<String, Object> form) {
        surveys.keep(TicketId.of(ticketId), SurveyForm.answer(form));
    }

    /** 1 to 5; 0 when the client has not answered. */
    public int csat(String ticketId) {
        return surveys.of(TicketId.of(ticketId)).map(Answer::csat).orElse(0);
    }

    /** 0 to 10; -1 when the client has not answered. */
    public int nps(String ticketId) {
        return surveys.of(TicketId.of(ticketId)).map(Answer::nps).orElse(-1);
    }

    public int breaches(String ticketId) {
        return closing.breaches(TicketId.of(ticketId));
    }

    public void close(String ticketId, String recommendation) {
        closing.close(TicketId.of(ticketId), recommendation);
    }
}
