package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BillingProcessTest {

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/billing.bpmn", "rules/lines/data-entry-pricing.dmn");

    @Test
    void accepted_units_are_metered_priced_and_invoiced() {
        engine.answer("billing.model", "PER_TRANSACTION");
        engine.answer("billing.units", 12);
        engine.answer("assignment.priority", "NORMAL");
        engine.answer("billing.invoice", "ISSUED");

        ProcessInstance billing = engine.start("billing");
        assertThat(billing).isWaitingAt("invoice");
        engine.runJob("invoice");
        engine.runJob("invoice");

        assertThat(billing).isEnded().hasPassedInOrder("meter", "choose-rate", "charge", "invoice", "billed");
        assertThat(engine.calls()).startsWith("billing.meter").endsWith("billing.charge(per-document)",
                "billing.invoice");
    }
}
