package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaTargetsTableTest {

    private static final Decision TABLE = Decision.of("stages/sla-targets");

    @ParameterizedTest(name = "{0} contract, {1}: answer in {2}, done in {3}, warn at {4} %")
    @CsvSource({
        "premium, CRITICAL, 60, 120, 75",
        "premium, HIGH, 60, 240, 75",
        "premium, NORMAL, 240, 480, 75",
        "premium, LOW, 240, 480, 75",
        "priority, CRITICAL, 120, 240, 75",
        "priority, HIGH, 240, 240, 75",
        "priority, NORMAL, 240, 240, 75",
        "priority, LOW, 240, 240, 75",
        "standard, CRITICAL, 240, 240, 75",
        "standard, HIGH, 480, 480, 75",
        "standard, NORMAL, 1440, 1440, 75",
        "standard, LOW, 1440, 2880, 80",
        "unheard-of, CRITICAL, 1440, 1440, 75"
    })
    void targets_follow_contract_and_priority(String plan, String priority, int response, int resolution, int warning) {
        Map<String, Object> facts = Map.of("plan", plan, "priority", priority, "serviceLine", "data-entry");

        assertThat(TABLE.answer(facts))
                .isEqualTo(Map.of("responseMinutes", response, "resolutionMinutes", resolution, "warningPercent",
                        warning));
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
