package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ticketingos.ticket.ProcessMessage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.TicketWithdrawn;
import org.ticketingos.ticket.Tickets;

class EarlyWithdrawalTest {

    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");

    @RegisterExtension
    final Engine engine = Engine.with("processes/ticket.bpmn")
            .calling(waiting("triage", "confirm"), waiting("entitlement", "clarify"))
            .calling("closure");

    @Test
    void a_ticket_withdrawn_before_it_is_classified_is_closed() {
        ProcessInstance ticket = engine.start("ticket");
        engine.runJob("classify");
        assertThat(ticket).isWaitingAt("classify");

        engine.receive("ticket-withdrawn");
        engine.runAll();

        assertThat(ticket).isEnded().hasPassed("withdrawn-unclassified", "closed").hasNotPassed("validate");
    }

    @Test
    void a_ticket_withdrawn_before_its_contract_is_found_is_closed() {
        ProcessInstance ticket = engine.start("ticket");
        engine.runJob("classify");
        engine.complete("confirm", Map.of());
        engine.runJob("validate");

        engine.receive("ticket-withdrawn");
        engine.runAll();

        assertThat(ticket).isEnded().hasPassed("withdrawn-unvalidated", "closed").hasNotPassed("under-contract");
    }

    @Test
    void a_withdrawal_nobody_would_hear_is_refused() {
        Conductor conductor =
                new Conductor(engine.runtime(), engine.management(), engine.tasks(), mock(Tickets.class));
        TicketId ticket = TicketId.next(NOW);

        assertThatThrownBy(() -> conductor.wake(new TicketWithdrawn(ticket, "Sent twice", NOW)))
                .isInstanceOf(TicketRefused.class)
                .hasMessageStartingWith("This ticket cannot be withdrawn now");
        assertThatCode(() -> conductor.wake(new Unheard(ticket, NOW))).doesNotThrowAnyException();
    }

    private record Unheard(TicketId ticketId, Instant at) implements ProcessMessage {}

    private static BpmnModelInstance waiting(String key, String task) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(task)
                .endEvent()
                .done();
    }
}
