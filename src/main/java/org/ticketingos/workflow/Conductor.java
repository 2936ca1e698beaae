package org.ticketingos.workflow;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.EventName;
import org.ticketingos.ticket.ProcessMessage;
import org.ticketingos.ticket.ProcessStart;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketAssigned;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketReceived;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.TicketReopened;
import org.ticketingos.ticket.TicketWithdrawn;
import org.ticketingos.ticket.Tickets;

/** Starts and wakes the diagrams when something happens to a ticket, in the same transaction. */
@Component
class Conductor {

    private static final Set<String> MOVES_DEADLINES = Set.of(
            "clock-paused", "clock-resumed", "targets-changed", "hours-changed", "ticket-absorbed", "ticket-released",
            "ticket-unmerged");

    private static final String NOT_NOW =
            "This ticket cannot be withdrawn now: it is just moving to its next step, or its work is accepted already.";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final Tickets tickets;

    Conductor(RuntimeService runtime, ManagementService management, TaskService tasks, Tickets tickets) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.tickets = tickets;
    }

    @EventListener
    void start(TicketReceived event) {
        runtime.createProcessInstanceByKey(ListeningToDiagrams.SPINE)
                .businessKey(event.ticketId().toString())
                .setVariables(variables(event.ticketId(), event.client(), ""))
                .execute();
    }

    /** A reopened ticket is assigned and worked on again; what it was and which contract holds is known. */
    @EventListener
    void startAgain(TicketReopened event) {
        Ticket ticket = tickets.get(event.ticketId());
        runtime.createProcessInstanceByKey(ListeningToDiagrams.SPINE)
                .businessKey(event.ticketId().toString())
                .setVariables(variables(event.ticketId(), ticket.client(), ticket.lineCode()))
                .startBeforeActivity("assign")
                .execute();
    }

    /** A diagram that runs beside the spine; the ticket goes its way meanwhile. */
    @EventListener
    void beginBeside(ProcessStart event) {
        Ticket ticket = tickets.get(event.ticketId());
        runtime.createProcessInstanceByKey(event.diagram())
                .businessKey(event.ticketId().toString())
                .setVariables(variables(event.ticketId(), ticket.client(), ticket.lineCode()))
                .execute();
    }

    /** Nobody waiting is no error, but for a withdrawal: the work would go on as if nothing had been said. */
    @EventListener
    void wake(ProcessMessage event) {
        boolean nobody = runtime.createMessageCorrelation(EventName.of(event.getClass()))
                .processInstanceBusinessKey(event.ticketId().toString())
                .correlateAllWithResult()
                .isEmpty();
        if (nobody && event instanceof TicketWithdrawn) {
            throw new TicketRefused(NOT_NOW);
        }
    }

    /** Open steps of the queue follow the ticket to its new owner. */
    @EventListener
    void handOver(TicketAssigned event) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(event.ticketId().toString())
                .taskCandidateGroup(event.queue())
                .includeAssignedTasks()
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), event.owner()));
    }

    /** Timers are alarms set once; when a clock stops or its target changes they are set anew. */
    @EventListener
    @Order
    void resetAlarms(RecordedEvent event) {
        if (!MOVES_DEADLINES.contains(event.kind())) {
            return;
        }
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(event.ticketId().toString(), ListeningToDiagrams.SPINE)
                .list()
                .forEach(instance -> management.createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .list()
                        .forEach(this::recalculate));
    }

    private void recalculate(Job timer) {
        Date before = timer.getDuedate();
        if (before != null) {
            management.recalculateJobDuedate(timer.getId(), false);
        }
    }

    private static Map<String, Object> variables(TicketId id, ClientId client, String line) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Var.TICKET_ID.name(), id.toString());
        variables.put(Var.CLIENT_ID.name(), client.value());
        variables.put(Var.SERVICE_LINE.name(), line);
        return variables;
    }
}
