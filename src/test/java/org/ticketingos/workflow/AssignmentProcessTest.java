package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssignmentProcessTest {

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/assignment.bpmn", "rules/lines/data-entry-routing.dmn");

    @Test
    void the_table_of_the_line_names_queue_and_skill() {
        engine.answer("assignment.category", "invoice");
        engine.answer("assignment.priority", "NORMAL");
        engine.answer("assignment.mood", "calm");

        ProcessInstance run = engine.start("assignment");

        assertThat(run).isEnded().hasPassedInOrder("choose-queue", "assign", "assigned");
        assertThat(engine.calls()).endsWith("assignment.assign(data-entry, invoice)");
    }
}
