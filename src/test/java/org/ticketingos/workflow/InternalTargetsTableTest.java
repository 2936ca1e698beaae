package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.ticket.Stage;

class InternalTargetsTableTest {

    private static final Decision TABLE = Decision.of("stages/internal-targets");

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4} within {5} minutes")
    @CsvSource({
        "CLASSIFY, , , CRITICAL, Say what it is, 15",
        "CLASSIFY, , , LOW, Say what it is, 60",
        "VALIDATE, data-entry, , NORMAL, Find the contract, 60",
        "ASSIGN, data-entry, standard, CRITICAL, Find the person, 15",
        "ASSIGN, data-entry, standard, NORMAL, Find the person, 30",
        "PROCESS, data-entry, standard, CRITICAL, Do the work, 60",
        "PROCESS, data-entry, standard, HIGH, Do the work, 120",
        "PROCESS, data-entry, standard, NORMAL, Do the work, 480",
        "PROCESS, finance, standard, NORMAL, Do the work, 960",
        "QUALITY_CHECK, data-entry, standard, CRITICAL, Check the work, 30",
        "QUALITY_CHECK, data-entry, standard, NORMAL, Check the work, 120",
        "DEFECT_LOGGING, data-entry, standard, NORMAL, Correct the defects, 120",
        "INVOICE_BILLING, data-entry, standard, NORMAL, Write the charge, 240"
    })
    void the_first_row_of_a_stage_is_its_target(
            String stage, @Nullable String line, @Nullable String plan, String priority, String clock, int minutes) {
        Map<String, Object> row = rows(stage, line, plan, priority).get(0);

        assertThat(row).containsEntry("clock", clock).containsEntry("targetMinutes", minutes);
        assertThat(row.get("until")).isEqualTo("next");
    }

    @Test
    void a_premium_plan_has_a_second_clock_over_several_stages() {
        assertThat(rows("PROCESS", "data-entry", "premium", "NORMAL"))
                .extracting(row -> row.get("clock") + " until " + row.get("until"))
                .contains("Work to hand-over until APPROVAL");
        assertThat(rows("PROCESS", "data-entry", "standard", "NORMAL"))
                .extracting(row -> row.get("clock"))
                .containsOnly("Do the work");
    }

    @Test
    void while_the_client_has_the_word_nothing_of_ours_is_counted() {
        assertThat(rows("APPROVAL", "data-entry", "premium", "CRITICAL")).isEmpty();
        assertThat(rows("CLOSURE", "data-entry", "premium", "CRITICAL")).isEmpty();
    }

    @Test
    void every_clock_ends_with_the_next_stage_or_with_one_that_exists() {
        for (Stage stage : Stage.values()) {
            rows(stage.name(), "data-entry", "premium", "NORMAL").forEach(row -> assertThat(row.get("until"))
                    .satisfiesAnyOf(
                            until -> assertThat(until).isEqualTo("next"),
                            until -> assertThat(Stage.valueOf(until.toString())).isGreaterThan(stage)));
        }
    }

    private static List<Map<String, Object>> rows(
            String stage, @Nullable String line, @Nullable String plan, String priority) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("stage", stage);
        facts.put("serviceLine", line);
        facts.put("plan", plan);
        facts.put("priority", priority);
        facts.put("contract", plan == null ? null : "C-1");
        return TABLE.answers(facts);
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
