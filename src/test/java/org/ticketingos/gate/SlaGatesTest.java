package org.ticketingos.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ticketingos.sla.BreachResponse;
import org.ticketingos.sla.PauseReason;
import org.ticketingos.sla.PauseRequest;

class SlaGatesTest {

    private static final RuleFile RULES = new RuleFile(
            "stages/sla-gates.drl", GateFacts.of("sla-gates", PauseRequest.class, BreachResponse.class));

    @Test
    void every_reason_people_may_choose_passes() {
        assertThat(PauseReason.choices().keySet())
                .allSatisfy(reason -> assertThat(RULES.reasons(new PauseRequest(reason, "PROCESS", 0, 90)))
                        .isEmpty());
    }

    @Test
    void a_clock_stops_only_for_a_named_reason() {
        assertThat(RULES.reasons(new PauseRequest("lunch", "PROCESS", 0, 90)))
                .containsExactly("A clock is not stopped for the reason lunch.");
    }

    @Test
    void a_clock_is_not_stopped_once_the_target_is_missed() {
        assertThat(RULES.reasons(new PauseRequest("agreed-date", "PROCESS", 0, 0)))
                .containsExactly("The target is already missed; stopping the clock now would hide it.");
        assertThat(RULES.reasons(new PauseRequest("agreed-date", "PROCESS", 0, 1))).isEmpty();
    }

    @Test
    void a_clock_is_stopped_by_people_at_most_five_times() {
        assertThat(RULES.reasons(new PauseRequest("agreed-date", "PROCESS", 5, 90)))
                .containsExactly("The clock of this ticket was already stopped 5 times; ask a supervisor.");
        assertThat(RULES.reasons(new PauseRequest("agreed-date", "PROCESS", 4, 90))).isEmpty();
    }

    @Test
    void a_clock_runs_while_nobody_has_started_on_the_work() {
        assertThat(RULES.reasons(new PauseRequest("agreed-date", "ASSIGN", 0, 90)))
                .containsExactly("Nobody has started on this ticket; there is nothing to wait for yet.");
    }

    @Test
    void a_breach_has_a_cause() {
        assertThat(RULES.reasons(new BreachResponse("", 80))).containsExactly("Name the cause of the breach.");
    }

    @Test
    void a_breach_is_answered_with_an_action() {
        assertThat(RULES.reasons(new BreachResponse("capacity", 3)))
                .containsExactly("Say in a sentence what is done about the breach.");
        assertThat(RULES.reasons(new BreachResponse("capacity", 10))).isEmpty();
    }

    @Test
    void every_rule_has_a_test_of_its_name() {
        assertThat(RuleFile.testsOf(getClass())).containsAll(RULES.ruleNames());
    }
}
