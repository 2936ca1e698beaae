package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DefectProcessTest {

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/defect.bpmn");

    @BeforeEach
    void work_of_amy() {
        engine.answer("assignment.agent", "amy");
        engine.answer("assignment.queue", "data-entry");
    }

    @Test
    void the_agent_corrects_and_hands_in_again() {
        ProcessInstance defect = engine.start("defect");
        assertThat(engine.task("correct-work")).isAssignedTo("amy").hasCandidateGroupAssociated("data-entry");

        engine.complete("correct-work", Map.of("note", "done"));

        assertThat(defect).isEnded().hasPassedInOrder("log-defects", "correct-work", "resubmit", "resubmitted");
        assertThat(engine.calls()).startsWith("defect.enter").endsWith("defect.resubmit({note=done})");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void work_of_nobody_stays_in_the_queue() {
        engine.answer("assignment.agent", (Object) null);

        engine.start("defect");

        assertThat(engine.task("correct-work")).isNotAssigned().hasCandidateGroup("data-entry");
    }

    @Test
    void the_agent_is_reminded_and_the_step_stays_open() {
        ProcessInstance defect = engine.start("defect");

        engine.fireTimer("reminder-due");

        assertThat(defect).isWaitingAt("correct-work").hasPassed("reminded");
        assertThat(engine.calls()).endsWith("slaEscalation.remind");
    }
}
