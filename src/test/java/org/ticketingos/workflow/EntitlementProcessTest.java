package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EntitlementProcessTest {

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/entitlement.bpmn", "rules/stages/sla-targets.dmn");

    @BeforeEach
    void a_standard_contract() {
        engine.answer("entitlement.plan", "standard");
        engine.answer("entitlement.priority", "CRITICAL");
    }

    @Test
    void a_contract_starts_the_clocks() {
        engine.answer("entitlement.findContract", true);

        ProcessInstance run = engine.start("entitlement");

        assertThat(run).isEnded().hasPassed("entitled-and-timed").hasNotPassed("clarify");
        assertThat(engine.calls()).endsWith("entitlement.openClocks(240, 240, 75)");
        assertThat(engine.value("entitled")).isEqualTo(true);
    }

    @Test
    void a_contract_named_by_the_service_desk_starts_the_clocks() {
        engine.answer("entitlement.findContract", false);
        engine.answer("entitlement.clarify", "FOUND");

        ProcessInstance run = engine.start("entitlement");
        assertThat(run).isWaitingAt("clarify");
        engine.complete("clarify", Map.of("action", "assign-client"));

        assertThat(run).isEnded().hasPassed("open-clocks", "entitled-and-timed");
        assertThat(engine.value("entitled")).isEqualTo(true);
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void a_request_nobody_has_a_contract_for_is_rejected() {
        engine.answer("entitlement.findContract", false);
        engine.answer("entitlement.clarify", "REJECTED");

        ProcessInstance run = engine.start("entitlement");
        engine.complete("clarify", Map.of("action", "reject"));

        assertThat(run).isEnded().hasPassed("not-entitled").hasNotPassed("open-clocks");
        assertThat(engine.value("entitled")).isEqualTo(false);
    }

    @Test
    void the_service_desk_is_reminded_and_the_step_stays_open() {
        engine.answer("entitlement.findContract", false);
        ProcessInstance run = engine.start("entitlement");

        engine.fireTimer("reminder-due");

        assertThat(run).isWaitingAt("clarify").hasPassed("reminded");
        assertThat(engine.calls()).endsWith("slaEscalation.remind");
    }
}
