package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DataEntryProcessTest {

    private static final Map<String, Object> KEYED = Map.of("outcome", "record");

    @RegisterExtension
    final Engine engine = Engine.with("processes/lines/data-entry.bpmn");

    @BeforeEach
    void one_document_of_amys_that_was_read() {
        engine.answer("assignment.agent", "amy");
        engine.answer("assignment.queue", "data-entry");
        engine.answer("dataEntry.readingNeeded", true);
        engine.answer("dataEntry.nextItem", true, false);
        engine.answer("dataEntry.accurate", true);
        engine.answer("dataEntry.post", "POSTED");
    }

    @Test
    void a_document_is_read_validated_and_posted() {
        ProcessInstance work = started();
        assertThat(work).isWaitingAt("await-reading");

        engine.receive("paper-read");
        assertThat(engine.task("validate-fields")).isAssignedTo("amy").hasCandidateGroupAssociated("data-entry");
        engine.complete("validate-fields", KEYED);
        engine.runAll();

        assertThat(work)
                .isEnded()
                .hasPassedInOrder("request-reading", "validate-fields", "record-fields", "check-accuracy", "post",
                        "posted-to-ledger");
        assertThat(engine.calls()).contains("dataEntry.record({outcome=record})");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void work_without_paper_waits_for_no_reading() {
        engine.answer("dataEntry.readingNeeded", false);

        ProcessInstance work = started();

        assertThat(work).isWaitingAt("validate-fields").hasNotPassed("await-reading");
    }

    @Test
    void a_reading_that_does_not_come_is_keyed_by_hand() {
        ProcessInstance work = started();

        engine.fireTimer("reading-late");

        assertThat(work).isWaitingAt("validate-fields").hasPassed("reading-late");
    }

    @Test
    void every_document_is_validated() {
        engine.answer("dataEntry.nextItem", true, true, false);
        ProcessInstance work = validating();

        engine.complete("validate-fields", KEYED);
        assertThat(work).isWaitingAt("validate-fields");
        engine.complete("validate-fields", KEYED);
        engine.runAll();

        assertThat(work).isEnded();
        assertThat(engine.calls()).filteredOn(call -> call.startsWith("dataEntry.record")).hasSize(2);
    }

    @Test
    void work_the_gate_rejects_goes_back_to_the_agent() {
        engine.answer("dataEntry.nextItem", true, false, true, false);
        engine.answer("dataEntry.accurate", false, true);
        ProcessInstance work = validating();

        engine.complete("validate-fields", KEYED);
        assertThat(work).isWaitingAt("validate-fields").hasPassed("check-accuracy").hasNotPassed("post");
        engine.complete("validate-fields", KEYED);
        engine.runAll();

        assertThat(work).isEnded().hasPassed("posted-to-ledger");
    }

    @Test
    void a_refused_posting_is_repaired_and_posted_again() {
        engine.answer("dataEntry.post", "REJECTED", "POSTED");
        ProcessInstance work = validating();
        engine.complete("validate-fields", KEYED);
        engine.runAll();

        assertThat(work).isWaitingAt("repair-posting");
        engine.complete("repair-posting", Map.of("note", "code changed"));
        engine.runAll();

        assertThat(work).isEnded().hasPassedInOrder("repair-posting", "record-repair", "posted-to-ledger");
        assertThat(engine.calls()).endsWith("dataEntry.repair({note=code changed})", "dataEntry.post");
    }

    @Test
    void posting_is_fenced_on_both_sides() {
        ProcessInstance work = validating();
        engine.complete("validate-fields", KEYED);

        engine.runJob("post");
        assertThat(work).hasNotPassed("posted");
        engine.runJob("post");

        assertThat(work).isEnded();
        assertThat(engine.calls()).filteredOn("dataEntry.post"::equals).hasSize(1);
    }

    @Test
    void an_agent_who_does_not_key_is_reminded() {
        ProcessInstance work = validating();

        engine.fireTimer("reminder-due");

        assertThat(work).isWaitingAt("validate-fields").hasPassed("reminded");
        assertThat(engine.calls()).endsWith("slaEscalation.remind");
    }

    @Test
    void an_agent_who_does_not_repair_is_reminded() {
        engine.answer("dataEntry.post", "REJECTED");
        ProcessInstance work = validating();
        engine.complete("validate-fields", KEYED);
        engine.runAll();

        engine.fireTimer("repair-reminder-due");

        assertThat(work).isWaitingAt("repair-posting").hasPassed("reminded");
    }

    private ProcessInstance started() {
        ProcessInstance work = engine.start("data-entry");
        engine.runAll();
        return work;
    }

    private ProcessInstance validating() {
        ProcessInstance work = started();
        engine.receive("paper-read");
        return work;
    }
}
