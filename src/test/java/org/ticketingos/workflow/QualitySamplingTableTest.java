package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualitySamplingTableTest {

    private static final Decision TABLE = Decision.of("stages/quality-sampling");

    @ParameterizedTest(name = "{0} % by contract, new agent {1}, {2}: {3} %")
    @CsvSource({
        "100, false, NORMAL, 100",
        "100, true, CRITICAL, 100",
        "15, true, NORMAL, 50",
        "60, true, NORMAL, 60",
        "15, false, CRITICAL, 20",
        "30, false, CRITICAL, 30",
        "5, false, NORMAL, 10",
        "0, false, LOW, 10",
        "10, false, NORMAL, 10",
        "15, false, HIGH, 15"
    })
    void the_rate_follows_the_contract_and_never_falls_below_ten(int contract, boolean fresh, String priority,
            int rate) {
        Map<String, Object> facts = Map.of("contractPercent", contract, "newAgent", fresh, "priority", priority);

        assertThat(((Number) TABLE.answer(facts).get("ratePercent")).intValue()).isEqualTo(rate);
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
