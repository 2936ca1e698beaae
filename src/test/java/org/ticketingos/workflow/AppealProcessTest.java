package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AppealProcessTest {

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/appeal.bpmn");

    @Test
    void a_second_level_reviewer_decides_and_it_is_recorded() {
        ProcessInstance appeal = engine.start("appeal");
        assertThat(engine.task("decide")).hasCandidateGroup("second-level-reviewers");

        engine.complete("decide", Map.of("note", "the agent is right"));

        assertThat(appeal).isEnded().hasPassedInOrder("decide", "record-ruling", "decided");
        assertThat(engine.calls()).containsExactly("appeal.rule({note=the agent is right})");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void an_appeal_nobody_decides_is_called_to_mind_and_stays_open() {
        ProcessInstance appeal = engine.start("appeal");

        engine.fireTimer("reminder-due");

        assertThat(appeal).isWaitingAt("decide").hasPassed("reminded");
        assertThat(engine.calls()).containsExactly("slaEscalation.remind");
    }
}
