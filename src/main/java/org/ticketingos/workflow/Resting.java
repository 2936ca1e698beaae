package org.ticketingos.workflow;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

/**
 * Tickets whose steps are in no list: merged ones, whose process stands still, and those laid aside, whose process goes
 * on. Decision 0007.
 */
@Component
class Resting {

    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    Resting(RuntimeService runtime, JdbcClient jdbc) {
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(RecordedEvent event) {
        TicketId id = event.ticketId();
        switch (event.kind()) {
            case "ticket-merged" -> {
                processes(id).forEach(each -> runtime.suspendProcessInstanceById(each.getId()));
                list(id);
            }
            case "ticket-unmerged" -> {
                processes(id).forEach(each -> runtime.activateProcessInstanceById(each.getId()));
                list(id);
            }
            case "ticket-snoozed", "ticket-woken" -> list(id);
            case "ticket-closed" -> end(id, event.fact("resolution"));
            default -> {}
        }
    }

    private List<ProcessInstance> processes(TicketId id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list();
    }

    /** A ticket that was closed with the one it had been merged into: nothing is left for its process to do. */
    private void end(TicketId id, String resolution) {
        processes(id).stream()
                .filter(ProcessInstance::isSuspended)
                .filter(each -> each.getRootProcessInstanceId().equals(each.getId()))
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), resolution));
    }

    private void list(TicketId id) {
        jdbc.sql("update inbox_item set snoozed_until = " + UNTIL + " where ticket_id = ?")
                .param(id.value())
                .update();
    }

    /** Until when the steps of a ticket rest; null when they do not. */
    static final String UNTIL = """
            case when exists (select 1 from ticket_merge m where m.ticket_id = inbox_item.ticket_id)
                 then timestamptz 'infinity'
                 else (select until_at from ticket_snooze s where s.ticket_id = inbox_item.ticket_id) end""";
}
