package org.ticketingos.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.quality.Sample;

class GatesTest {

    private static final Sample BAD = new Sample(BigDecimal.ZERO, BigDecimal.ONE, "FIELD", 1, 0, 0);

    private final Gates gates = new Gates(List.of(GateFacts.of("quality-gates", Sample.class)));

    @BeforeEach
    void start() {
        gates.afterSingletonsInstantiated();
    }

    @Test
    void a_check_that_comes_before_the_rules_are_compiled_waits_for_them() {
        Verdict verdict = gates.check("quality-gates", BAD);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.reasons()).containsExactly("Accuracy 0 over 1 checked is below the agreed 1.");
    }

    @Test
    void replaced_rules_hold_from_the_next_check_on() {
        gates.replace("quality-gates", rule("Sample()", "\"Nothing passes on a Friday.\""));

        assertThat(gates.check("quality-gates", BAD).reasons()).containsExactly("Nothing passes on a Friday.");
    }

    @Test
    void broken_rules_are_refused_and_the_old_ones_stay() {
        assertThatThrownBy(() -> gates.replace("quality-gates", rule("Sample(precision < 1)", "\"x\"")))
                .isInstanceOf(BrokenRules.class)
                .hasMessageContaining("precision");

        assertThat(gates.check("quality-gates", BAD).reasons())
                .containsExactly("Accuracy 0 over 1 checked is below the agreed 1.");
    }

    @Test
    void a_mistyped_rule_is_named_with_its_line() {
        assertThat(gates.errors("quality-gates", rule("Sample(", "\"x\"")))
                .anySatisfy(error -> assertThat(error).startsWith("Line 4"));
        assertThat(gates.errors("quality-gates", rule("Sample()", "\"x\""))).isEmpty();
        assertThat(gates.errors("hr-gates", "")).containsExactly("No module brings facts for the gate hr-gates.");
    }

    @Test
    void rules_without_an_end_are_a_fault() {
        String endless = """
                rule "Again"
                when  Rejection($reason : reason)
                then  insert(new Rejection($reason + "!"));
                end
                """;
        gates.replace("quality-gates", rule("Sample()", "\"x\"") + endless);

        assertThatThrownBy(() -> gates.check("quality-gates", BAD))
                .hasMessage("the rules of quality-gates do not come to an end");
    }

    @Test
    void an_unknown_gate_and_an_unknown_fact_are_faults() {
        assertThatThrownBy(() -> gates.check("hr-gates", BAD)).hasMessage("there is no gate hr-gates");
        assertThatThrownBy(() -> gates.check("quality-gates", "text"))
                .hasMessage("quality-gates knows nothing about a String");
    }

    private static String rule(String when, String reason) {
        return """
                package org.ticketingos.rules;
                rule "A rule"
                when  %s
                then  insert(new Rejection(%s));
                end
                """.formatted(when, reason);
    }
}
