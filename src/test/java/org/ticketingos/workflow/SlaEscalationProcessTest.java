package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaEscalationProcessTest {

    private static final Map<String, Object> WARNING = Map.of("level", "WARNING");
    private static final Map<String, Object> BREACH = Map.of("level", "BREACH");

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/sla-escalation.bpmn");

    @BeforeEach
    void the_clock_agrees() {
        engine.answer("slaEscalation.due", true);
    }

    @Test
    void an_alarm_the_clock_does_not_confirm_is_dismissed() {
        engine.answer("slaEscalation.due", false);

        ProcessInstance alarm = engine.start("sla-escalation", BREACH);

        assertThat(alarm).isEnded().hasPassed("not-due").hasNotPassed("escalate");
    }

    @Test
    void a_warning_is_given() {
        ProcessInstance alarm = engine.start("sla-escalation", WARNING);

        assertThat(alarm).isEnded().hasPassedInOrder("escalate", "warned").hasNotPassed("respond");
        assertThat(engine.calls()).endsWith("slaEscalation.escalate(WARNING)");
    }

    @Test
    void a_breach_is_answered_by_a_supervisor() {
        ProcessInstance alarm = engine.start("sla-escalation", BREACH);
        assertThat(engine.task("respond")).hasCandidateGroup("supervisors");

        engine.complete("respond", Map.of("cause", "rework"));

        assertThat(alarm).isEnded().hasPassedInOrder("respond", "record-response", "answered");
        assertThat(engine.calls()).endsWith("slaEscalation.respond({cause=rework})");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void supervisors_are_reminded_and_the_step_stays_open() {
        ProcessInstance alarm = engine.start("sla-escalation", BREACH);

        engine.fireTimer("reminder-due");

        assertThat(alarm).isWaitingAt("respond").hasPassed("reminded");
        assertThat(engine.calls()).endsWith("slaEscalation.remind");
    }
}
