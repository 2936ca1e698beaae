package org.ticketingos.workflow;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** One of us no longer has a step: it went back to its queue, to somebody else, or is not needed any more. */
public record StepReleased(TicketId ticketId, String task, String step, String queue, String agent, Instant at)
        implements TicketEvent {

    static StepReleased of(DelegateTask task, String agent, Clock clock) {
        return new StepReleased(
                TicketId.of(Var.TICKET_ID.from(task)),
                task.getId(),
                task.getTaskDefinitionKey(),
                TaskProjection.queue(task).orElse(""),
                agent,
                clock.instant());
    }
}
