package org.ticketingos.workflow;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.RecordedEvent;

/**
 * Keeps one row per open human step, written in the engine's own transaction, so that a list of 100,000 is one index
 * scan. Decision 0003.
 */
@Component
class TaskProjection {

    private final JdbcClient jdbc;

    TaskProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void changed(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> created(task);
            case TaskListener.EVENTNAME_ASSIGNMENT -> jdbc.sql("update inbox_item set assignee = ? where task_id = ?")
                    .params(task.getAssignee(), task.getId())
                    .update();
            default -> {
                jdbc.sql("delete from inbox_item where task_id = ?").param(task.getId()).update();
                jdbc.sql("delete from form_draft where task_id = ?").param(task.getId()).update();
            }
        }
    }

    private void created(DelegateTask task) {
        UUID ticket = UUID.fromString(Var.TICKET_ID.from(task));
        jdbc.sql("""
                        insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, assignee, due_at)
                        select ?, id, client_id, ?, ?, ?, ?, ?,
                               (select min(due_at) from ticket_clock c where c.ticket_id = t.id and state = 'RUNNING')
                        from ticket t where id = ?
                        on conflict (task_id) do update set assignee = excluded.assignee""")
                .params(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        form(task),
                        queue(task).orElse(null),
                        task.getAssignee(),
                        ticket)
                .update();
    }

    private static String form(DelegateTask task) {
        TaskEntity entity = (TaskEntity) task;
        return (String) entity.getTaskDefinition()
                .getCamundaFormDefinitionKey()
                .getValue(entity.getExecution());
    }

    private static Optional<String> queue(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst();
    }

    /** Clocks move due dates; the list follows once the clocks have been brought up to date. */
    @EventListener
    @Order
    void clocksMoved(RecordedEvent event) {
        if (event.kind().startsWith("clock-") || event.kind().equals("targets-changed")) {
            jdbc.sql("""
                            update inbox_item i set due_at =
                                (select min(due_at) from ticket_clock c
                                 where c.ticket_id = i.ticket_id and state = 'RUNNING')
                            where ticket_id = ?""")
                    .param(event.ticketId().value())
                    .update();
        }
    }
}
