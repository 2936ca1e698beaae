package org.ticketingos.quality;

import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;

/** The system steps of defect.bpmn. */
@Steps("defect")
@Transactional
public class DefectSteps {

    private final Rework rework;

    DefectSteps(Rework rework) {
        this.rework = rework;
    }

    public void enter(String ticketId) {
        rework.enter(TicketId.of(ticketId));
    }

    public void resubmit(String ticketId, Map<String, Object> form) {
        rework.resubmit(TicketId.of(ticketId), form);
    }
}
