package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ticketingos.client.PricingModel;

class DataEntryPricingTableTest {

    private static final Decision TABLE = Decision.of("lines/data-entry-pricing");

    @ParameterizedTest(name = "{0}, {1}: rate {2}")
    @CsvSource({
        "PER_TRANSACTION, NORMAL, per-document",
        "PER_TRANSACTION, HIGH, per-document",
        "PER_TRANSACTION, CRITICAL, priority-document",
        "FTE, CRITICAL, per-fte",
        "HOURLY, NORMAL, per-hour",
        "FIXED_FEE, LOW, base",
        "OUTCOME, NORMAL, per-result",
        "HYBRID, CRITICAL, overage"
    })
    void the_rate_follows_the_model_of_the_contract(String model, String priority, String rate) {
        Map<String, Object> facts = Map.of("model", model, "units", 12, "priority", priority);

        assertThat(TABLE.answer(facts)).isEqualTo(Map.of("rateId", rate));
    }

    @ParameterizedTest
    @EnumSource(PricingModel.class)
    void every_model_has_a_rate(PricingModel model) {
        assertThat(TABLE.answer(Map.of("model", model.name(), "units", 1, "priority", "NORMAL"))).isNotEmpty();
    }

    @Test
    void a_model_nobody_agreed_on_has_no_rate() {
        assertThat(TABLE.answer(Map.of("model", "BARTER", "units", 1, "priority", "NORMAL"))).isEmpty();
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
