package org.ticketingos.quality;

import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;

/** The system steps of appeal.bpmn. */
@Steps("appeal")
@Transactional
public class AppealSteps {

    private final Rulings rulings;

    AppealSteps(Rulings rulings) {
        this.rulings = rulings;
    }

    public void rule(String ticketId, Map<String, Object> form) {
        rulings.rule(TicketId.of(ticketId), form);
    }
}
