package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TriageProcessTest {

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/triage.bpmn", "rules/stages/triage.dmn");

    @BeforeEach
    void a_calm_request_for_data_entry() {
        engine.answer("triage.suggestedLine", "data-entry");
        engine.answer("triage.mood", "calm");
        engine.answer("triage.serviceLine", "data-entry");
    }

    @Test
    void a_sure_answer_passes_untouched() {
        engine.answer("triage.confidence", 97);

        ProcessInstance run = engine.start("triage");

        assertThat(run).isEnded().hasPassed("accept", "classified").hasNotPassed("confirm");
        assertThat(engine.value("serviceLine")).isEqualTo("data-entry");
    }

    @Test
    void an_unsure_answer_is_confirmed_by_the_service_desk() {
        engine.answer("triage.confidence", 60);

        ProcessInstance run = engine.start("triage");
        assertThat(run).isWaitingAt("confirm");
        assertThat(engine.task("confirm")).hasCandidateGroup("service-desk");
        assertThat(engine.task("confirm").getName()).isEqualTo("Confirm classification");

        engine.complete("confirm", Map.of("serviceLine", "data-entry"));

        assertThat(run).isEnded().hasPassedInOrder("confirm", "record-confirmation", "name-line");
        assertThat(engine.calls()).contains("triage.confirm({serviceLine=data-entry})");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void the_service_desk_is_reminded_and_the_step_stays_open() {
        engine.answer("triage.confidence", 10);
        ProcessInstance run = engine.start("triage");

        engine.fireTimer("reminder-due");

        assertThat(run).isWaitingAt("confirm").hasPassed("reminded");
        assertThat(engine.calls()).endsWith("triage.remind");
    }
}
