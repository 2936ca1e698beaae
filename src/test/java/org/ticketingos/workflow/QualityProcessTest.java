package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QualityProcessTest {

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/quality.bpmn", "rules/stages/quality-sampling.dmn")
            .calling("defect");

    @BeforeEach
    void fifteen_percent_by_contract() {
        engine.answer("quality.contractPercent", 15);
        engine.answer("quality.newAgent", false);
        engine.answer("assignment.priority", "NORMAL");
        engine.answer("quality.sample", true);
    }

    @Test
    void work_that_is_not_sampled_passes() {
        engine.answer("quality.sample", false);

        ProcessInstance check = engine.start("quality");

        assertThat(check).isEnded().hasPassed("passed").hasNotPassed("review");
        assertThat(engine.calls()).endsWith("quality.sample(15)");
    }

    @Test
    void good_work_passes_the_review() {
        engine.answer("quality.score", "PASSED");

        ProcessInstance check = engine.start("quality");
        assertThat(engine.task("review")).hasCandidateGroup("reviewers");
        engine.complete("review", Map.of("note", "fine"));

        assertThat(check).isEnded().hasPassedInOrder("review", "score", "passed").hasNotPassed("rework");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void defects_are_reworked_and_looked_at_again() {
        engine.answer("quality.score", "DEFECTS", "PASSED");

        ProcessInstance check = engine.start("quality");
        engine.complete("review", Map.of("note", "total is wrong"));
        assertThat(check).hasPassed("rework").isWaitingAt("review");
        engine.complete("review", Map.of("note", "right now"));

        assertThat(check).isEnded().hasPassed("passed");
    }

    @Test
    void a_drawn_review_is_repeated_at_the_second_level_whose_verdict_stands() {
        engine.answer("quality.score", "SECOND");
        engine.answer("quality.scoreAgain", "PASSED");

        ProcessInstance check = engine.start("quality");
        engine.complete("review", Map.of("note", "first"));
        assertThat(engine.task("second-review")).hasCandidateGroup("second-level-reviewers");
        engine.complete("second-review", Map.of("note", "second"));

        assertThat(check).isEnded().hasPassedInOrder("score", "second-review", "score-again", "passed");
        assertThat(check).hasNotPassed("rework");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void defects_of_the_second_level_go_back_too() {
        engine.answer("quality.score", "SECOND", "PASSED");
        engine.answer("quality.scoreAgain", "DEFECTS");

        ProcessInstance check = engine.start("quality");
        engine.complete("review", Map.of("note", "first"));
        engine.fireTimer("second-reminder-due");
        assertThat(check).isWaitingAt("second-review").hasPassed("second-reminded");
        engine.complete("second-review", Map.of("note", "second"));

        assertThat(check).hasPassed("rework").isWaitingAt("review");
    }

    @Test
    void reviewers_are_reminded_and_the_step_stays_open() {
        ProcessInstance check = engine.start("quality");

        engine.fireTimer("reminder-due");

        assertThat(check).isWaitingAt("review").hasPassed("reminded");
        assertThat(engine.calls()).endsWith("slaEscalation.remind");
    }
}
