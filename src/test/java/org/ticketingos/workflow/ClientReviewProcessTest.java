package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClientReviewProcessTest {

    private static final Date FRIDAY = new Date(1_893_456_000_000L);

    @RegisterExtension
    final Engine engine = Engine.with("processes/stages/client-review.bpmn", "rules/stages/client-review.dmn")
            .calling("defect");

    @BeforeEach
    void a_contract_with_sign_off() {
        engine.answer("clientReview.reviewRequired", true);
        engine.answer("clientReview.people", "client:acme");
        engine.answer("clientReview.reminderAt", FRIDAY);
        engine.answer("clientReview.deemedAt", FRIDAY);
    }

    @Test
    void without_sign_off_delivery_is_acceptance() {
        engine.answer("clientReview.reviewRequired", false);

        ProcessInstance review = engine.start("client-review");

        assertThat(review).isEnded().hasPassedInOrder("deliver", "accept-by-contract", "signed-off")
                .hasNotPassed("accept");
    }

    @Test
    void the_client_accepts() {
        engine.answer("clientReview.decide", true);

        ProcessInstance review = engine.start("client-review");
        assertThat(engine.task("accept")).hasCandidateGroup("client:acme");
        engine.complete("accept", Map.of("decision", "accept"));

        assertThat(review).isEnded().hasPassedInOrder("deliver", "accept", "decide", "signed-off");
        assertThat(engine.remembers("form")).isFalse();
    }

    @Test
    void rejected_work_is_reworked_and_delivered_again() {
        engine.answer("clientReview.decide", false, true);

        ProcessInstance review = engine.start("client-review");
        engine.complete("accept", Map.of("decision", "reject"));
        assertThat(review).hasPassed("rework").isWaitingAt("accept");
        engine.complete("accept", Map.of("decision", "accept"));

        assertThat(review).isEnded().hasPassed("signed-off");
        assertThat(engine.calls()).filteredOn("clientReview.deliver"::equals).hasSize(2);
    }

    @Test
    void a_silent_client_is_reminded() {
        ProcessInstance review = engine.start("client-review");
        assertThat(engine.job("reminder-due").getDuedate()).isEqualTo(FRIDAY);

        engine.fireTimer("reminder-due");

        assertThat(review).isWaitingAt("accept").hasPassed("reminded");
        assertThat(engine.calls()).endsWith("clientReview.remind");
    }

    @Test
    void silence_until_the_term_is_acceptance() {
        ProcessInstance review = engine.start("client-review");

        engine.fireTimer("term-over");

        assertThat(review).isEnded().hasPassedInOrder("term-over", "deem", "deemed-accepted").hasNotPassed("decide");
        assertThat(engine.task("accept")).isNull();
    }
}
