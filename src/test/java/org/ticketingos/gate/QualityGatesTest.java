package org.ticketingos.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ticketingos.quality.Sample;

class QualityGatesTest {

    private static final RuleFile RULES =
            new RuleFile("stages/quality-gates.drl", GateFacts.of("quality-gates", Sample.class));

    @Test
    void clean_work_passes() {
        assertThat(RULES.reasons(sample("1", 12, 0, 0))).isEmpty();
    }

    @Test
    void accuracy_below_the_contract_goes_back_to_the_agent() {
        assertThat(RULES.reasons(sample("0.997", 1_000, 0, 0)))
                .containsExactly("Accuracy 0.997 over 1000 checked is below the agreed 0.998.");
        assertThat(RULES.reasons(sample("0.998", 1_000, 0, 0))).isEmpty();
    }

    @Test
    void a_critical_defect_always_goes_back_to_the_agent() {
        assertThat(RULES.reasons(sample("0.999", 1_000, 0, 1))).containsExactly("Critical defects found: 1.");
    }

    @Test
    void a_known_defect_never_reaches_the_client() {
        assertThat(RULES.reasons(sample("0.999", 1_000, 1, 0))).containsExactly("Defects still in the work: 1.");
    }

    @Test
    void a_sample_in_which_nothing_was_checked_proves_nothing() {
        assertThat(RULES.reasons(sample("1", 0, 0, 0))).containsExactly("Nothing was checked.");
    }

    @Test
    void every_rule_has_a_test_of_its_name() {
        assertThat(RuleFile.testsOf(getClass())).containsAll(RULES.ruleNames());
    }

    @Test
    void all_reasons_are_given_at_once() {
        List<String> reasons = RULES.reasons(sample("0.5", 2, 1, 1));

        assertThat(reasons).hasSize(3);
    }

    private static Sample sample(String accuracy, int inspected, int defects, int critical) {
        return new Sample(new BigDecimal(accuracy), new BigDecimal("0.998"), "FIELD", inspected, defects, critical);
    }
}
