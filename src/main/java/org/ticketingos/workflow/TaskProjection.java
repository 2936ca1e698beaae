package org.ticketingos.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/**
 * Keeps one row per open human step, written in the engine's own transaction, so that a list of 100,000 is one index
 * scan. Decision 0003.
 */
@Component
class TaskProjection {

    private static final Set<String> MOVES_CLOCKS =
            Set.of("targets-changed", "hours-changed", "ticket-absorbed", "ticket-released", "ticket-unmerged");

    private static final int AT_ONCE = 2000;

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Users users;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    TaskProjection(
            JdbcClient jdbc, Tickets tickets, Users users, Clock clock, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.users = users;
        this.clock = clock;
        this.publisher = publisher;
    }

    void changed(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> created(task);
            case TaskListener.EVENTNAME_ASSIGNMENT -> assigned(task);
            default -> {
                boolean done = task.getEventName().equals(TaskListener.EVENTNAME_COMPLETE);
                ours(task.getAssignee()).ifPresent(agent -> tickets.record(
                        done ? StepDone.of(task, agent, clock) : StepReleased.of(task, agent, clock)));
                jdbc.sql("delete from inbox_item where task_id = ?").param(task.getId()).update();
                changed(task, task.getAssignee());
                jdbc.sql("delete from form_draft where task_id = ?").param(task.getId()).update();
            }
        }
    }

    private void created(DelegateTask task) {
        UUID ticket = UUID.fromString(Var.TICKET_ID.from(task));
        jdbc.sql("""
                        insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, assignee,
                                                snoozed_until)
                        select ?, id, client_id, ?, ?, ?, ?, ?,
                               (select until_at from ticket_snooze s where s.ticket_id = t.id)
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
        stand(new TicketId(ticket));
        changed(task, task.getAssignee());
        ours(task.getAssignee()).ifPresent(agent -> tickets.record(StepTaken.of(task, agent, clock)));
    }

    private void assigned(DelegateTask task) {
        Optional<String> before = jdbc.sql("select coalesce(assignee, '') from inbox_item where task_id = ?")
                .param(task.getId())
                .query(String.class)
                .optional();
        jdbc.sql("update inbox_item set assignee = ? where task_id = ?")
                .params(task.getAssignee(), task.getId())
                .update();
        if (before.isEmpty() || before.get().equals(task.getAssignee())) {
            return;
        }
        changed(task, task.getAssignee());
        ours(before.get()).ifPresent(agent -> tickets.record(StepReleased.of(task, agent, clock)));
        ours(task.getAssignee()).ifPresent(agent -> tickets.record(StepTaken.of(task, agent, clock)));
    }

    private void changed(DelegateTask task, @Nullable String assignee) {
        publisher.publishEvent(new InboxNews.StepChanged(task.getId(), queue(task).orElse(null), assignee));
    }

    /** Only our own people's steps are work; who a client's people are is no fact for the history. */
    private Optional<String> ours(@Nullable String assignee) {
        return Optional.ofNullable(assignee)
                .filter(login -> !login.isEmpty())
                .flatMap(users::find)
                .filter(user -> user.client() == null)
                .map(Users.User::login);
    }

    private static String form(DelegateTask task) {
        TaskEntity entity = (TaskEntity) task;
        return (String) entity.getTaskDefinition()
                .getCamundaFormDefinitionKey()
                .getValue(entity.getExecution());
    }

    static Optional<String> queue(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst();
    }

    /** Clocks move due dates; the list follows once the clocks have been brought up to date. */
    @EventListener
    @Order
    void clocksMoved(RecordedEvent event) {
        if (event.kind().startsWith("clock-") || MOVES_CLOCKS.contains(event.kind())) {
            stand(event.ticketId());
        }
    }

    /** Copies from the ticket's clocks what decides where its steps stand. */
    private void stand(TicketId ticket) {
        jdbc.sql("""
                        update inbox_item i set due_at = k.due, start_by = k.start, paused = k.paused,
                                                breached = coalesce(k.due <= :now, false)
                        from (select min(due_at) filter (where state = 'RUNNING') as due,
                                     min(start_by) filter (where state = 'RUNNING') as start,
                                     coalesce(bool_or(state = 'PAUSED') and not bool_or(state = 'RUNNING'), false) as paused
                              from ticket_clock where ticket_id = :ticket) k
                        where i.ticket_id = :ticket""")
                .param("ticket", ticket.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What has gone past its due date since the last look moves to the front. */
    @Scheduled(fixedDelayString = "${ticketingos.inbox.watch:PT10S}", initialDelayString = "${ticketingos.inbox.watch:PT10S}")
    void breaches() {
        Scope.system(() -> {
            int moved;
            do {
                moved = jdbc.sql("""
                                update inbox_item set breached = true where task_id in (
                                    select task_id from inbox_item
                                    where not breached and not paused and due_at <= ?
                                    order by due_at limit ? for update skip locked)""")
                        .params(Timestamp.from(clock.instant()), AT_ONCE)
                        .update();
            } while (moved == AT_ONCE);
        });
    }
}
