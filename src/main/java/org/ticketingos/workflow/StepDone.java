package org.ticketingos.workflow;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/** One of us has completed a step. */
public record StepDone(TicketId ticketId, String task, String step, String queue, String agent, Instant at)
        implements TicketEvent {

    static StepDone of(DelegateTask task, String agent, Clock clock) {
        return new StepDone(
                TicketId.of(Var.TICKET_ID.from(task)),
                task.getId(),
                task.getTaskDefinitionKey(),
                TaskProjection.queue(task).orElse(""),
                agent,
                clock.instant());
    }
}
