package org.ticketingos.sla;

import java.util.Date;
import java.util.Map;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;

/** The system steps of sla-escalation.bpmn, and the alarms of the spine. */
@Steps("slaEscalation")
public class SlaEscalationSteps {

    private final Escalation escalation;

    SlaEscalationSteps(Escalation escalation) {
        this.escalation = escalation;
    }

    public Date warningAt(String ticketId) {
        return alarm(ticketId, Level.WARNING);
    }

    public Date breachAt(String ticketId) {
        return alarm(ticketId, Level.BREACH);
    }

    /** Rounded up to the engine's milliseconds: an alarm never rings before its time. */
    private Date alarm(String ticketId, Level level) {
        return Date.from(escalation.alarmAt(TicketId.of(ticketId), level).plusNanos(999_999));
    }

    public boolean due(String ticketId, String level) {
        return escalation.due(TicketId.of(ticketId), ClockKind.RESOLUTION, Level.valueOf(level));
    }

    public void escalate(String ticketId, String level) {
        escalation.escalate(TicketId.of(ticketId), ClockKind.RESOLUTION, Level.valueOf(level));
    }

    public void remind(String ticketId) {
        escalation.remind(TicketId.of(ticketId));
    }

    public void respond(String ticketId, Map<String, Object> form) {
        escalation.respond(TicketId.of(ticketId), BreachAnswer.of(form));
    }
}
