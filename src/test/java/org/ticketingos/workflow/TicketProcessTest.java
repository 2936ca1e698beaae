package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketProcessTest {

    private static final String[] STAGES = {"triage", "assignment", "quality", "client-review", "billing", "closure"};
    private static final String[] SPINE = {
        "classify", "validate", "assign", "process", "quality-check", "approval", "invoice-billing", "closure", "closed"
    };

    @RegisterExtension
    final Engine engine = Engine.with("processes/ticket.bpmn")
            .calling(STAGES)
            .calling(answering("entitlement", "entitled", "${entitlement.findContract(ticketId)}"), line(),
                    escalation());

    @BeforeEach
    void targets_far_away() {
        engine.answer("entitlement.findContract", true);
        engine.answer("slaEscalation.warningAt", new Date(Long.MAX_VALUE / 100_000));
        engine.answer("slaEscalation.breachAt", new Date(Long.MAX_VALUE / 100_000));
    }

    @Test
    void a_ticket_goes_through_all_its_stages_in_order() {
        ProcessInstance ticket = engine.start("ticket");

        engine.runAll();
        engine.complete("work", Map.of());
        engine.runAll();

        assertThat(ticket).isEnded().hasPassedInOrder(SPINE).hasNotPassed("escalated", "moved-or-rejected");
    }

    @Test
    void a_fault_rolls_back_to_the_start_of_its_stage_and_is_tried_five_times() {
        engine.answer("entitlement.findContract", new IllegalStateException("no connection"), true);
        ProcessInstance ticket = engine.start("ticket");
        engine.runJob("classify");

        assertThatThrownBy(() -> engine.runJob("validate")).hasRootCauseMessage("no connection");
        assertThat(engine.job("validate").getRetries()).isEqualTo(4);

        engine.runAll();
        assertThat(ticket).isWaitingAt("process");
    }

    @Test
    void a_stage_is_told_ticket_and_line_under_the_same_business_key() {
        engine.start("ticket");
        engine.runAll();

        assertThat(engine.calls()).contains("dataEntry.requestReading(data-entry, " + StepStubs.TICKET + ")");
    }

    @Test
    void a_ticket_without_a_contract_ends_as_moved_or_rejected() {
        engine.answer("entitlement.findContract", false);

        ProcessInstance ticket = engine.start("ticket");
        engine.runAll();

        assertThat(ticket).isEnded().hasPassed("moved-or-rejected").hasNotPassed("under-contract", "closure");
    }

    @Test
    void a_warning_and_a_breach_escalate_and_leave_the_work_where_it_is() {
        ProcessInstance ticket = engine.start("ticket");
        engine.runAll();

        engine.fireTimer("warning");
        assertThat(ticket).isWaitingAt("process").hasPassed("escalate-warning", "escalated");
        engine.fireTimer("breach");
        assertThat(ticket).isWaitingAt("process").hasPassed("escalate-breach");

        assertThat(engine.calls()).containsSubsequence("slaEscalation.escalate(WARNING)",
                "slaEscalation.escalate(BREACH)");
    }

    @Test
    void a_withdrawn_ticket_leaves_the_work_and_is_closed() {
        ProcessInstance ticket = engine.start("ticket");
        engine.runAll();

        engine.receive("ticket-withdrawn");
        engine.runAll();

        assertThat(ticket).isEnded().hasPassed("withdrawn", "closure", "closed").hasNotPassed("invoice-billing");
        assertThat(engine.task("work")).isNull();
    }

    private static BpmnModelInstance answering(String key, String variable, String expression) {
        return process(key).serviceTask("answer").camundaExpression(expression).camundaResultVariable(variable)
                .endEvent().done();
    }

    private static BpmnModelInstance line() {
        return process("data-entry")
                .serviceTask("told")
                .camundaExpression("${dataEntry.requestReading(ticketId, serviceLine, execution.processBusinessKey)}")
                .userTask("work")
                .endEvent()
                .done();
    }

    private static BpmnModelInstance escalation() {
        return process("sla-escalation")
                .serviceTask("told")
                .camundaExpression("${slaEscalation.escalate(ticketId, level)}")
                .endEvent()
                .done();
    }

    private static StartEventBuilder process(String key) {
        return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLiveString("P1D").startEvent();
    }
}
