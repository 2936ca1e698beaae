package org.ticketingos.workflow;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

/**
 * One of us has a step from now on.
 *
 * @param task the open step
 * @param agent log-in name of who has it; the event's actor is who gave it
 */
public record StepTaken(TicketId ticketId, String task, String step, String queue, String agent, Instant at)
        implements TicketEvent {

    static StepTaken of(DelegateTask task, String agent, Clock clock) {
        return new StepTaken(
                TicketId.of(Var.TICKET_ID.from(task)),
                task.getId(),
                task.getTaskDefinitionKey(),
                TaskProjection.queue(task).orElse(""),
                agent,
                clock.instant());
    }
}
