package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClosureProcessTest {

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/closure.bpmn", "rules/stages/renewal.dmn");

    @BeforeEach
    void a_client_to_ask() {
        engine.answer("closure.blocked", false);
        engine.answer("closure.surveyWanted", true);
        engine.answer("closure.people", "client:acme");
        engine.answer("closure.csat", 0);
        engine.answer("closure.nps", -1);
        engine.answer("closure.breaches", 0);
    }

    @Test
    void an_answered_survey_leads_to_a_recommendation() {
        engine.answer("closure.csat", 5);
        engine.answer("closure.nps", 9);

        ProcessInstance closure = engine.start("closure");
        assertThat(engine.task("answer-survey")).hasCandidateGroup("client:acme");
        engine.complete("answer-survey", Map.of("csat", "5"));

        assertThat(closure).isEnded().hasPassedInOrder("send-survey", "answer-survey", "record-survey", "close");
        assertThat(engine.calls()).contains("closure.recordSurvey({csat=5})").endsWith("closure.close(extend)");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void a_survey_nobody_answers_does_not_keep_the_ticket_open() {
        ProcessInstance closure = engine.start("closure");

        engine.fireTimer("no-answer");

        assertThat(closure).isEnded().hasPassedInOrder("no-answer", "close").hasNotPassed("record-survey");
        assertThat(engine.calls()).endsWith("closure.close(watch)");
    }

    @Test
    void a_withdrawn_ticket_is_closed_without_a_survey() {
        engine.answer("closure.surveyWanted", false);

        ProcessInstance closure = engine.start("closure");

        assertThat(closure).isEnded().hasPassed("close").hasNotPassed("send-survey", "answer-survey");
    }

    @Test
    void a_parent_waits_for_its_parts_and_closes_once_they_have() {
        engine.answer("closure.blocked", true, true, false);
        engine.answer("closure.surveyWanted", false);
        ProcessInstance closure = engine.start("closure");
        assertThat(closure).isWaitingAt("which-first").hasPassed("wait-for-others").hasNotPassed("close");

        engine.fireTimer("look-again");
        assertThat(closure).as("an hour later the part is still open").isWaitingAt("which-first");
        engine.receive("blockers-gone");

        assertThat(closure).isEnded().hasPassed("close");
    }
}
