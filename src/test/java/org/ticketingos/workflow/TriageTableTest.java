package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageTableTest {

    private static final Decision TABLE = Decision.of("stages/triage");

    @ParameterizedTest(name = "{0} % sure of {1}, {2}: {3}")
    @CsvSource({
        "99, none, calm, human",
        "95, data-entry, angry, auto",
        "94, data-entry, angry, human",
        "85, data-entry, calm, auto",
        "85, finance, worried, auto",
        "84, data-entry, calm, suggest",
        "50, data-entry, worried, suggest",
        "49, data-entry, calm, human",
        "0, data-entry, calm, human"
    })
    void the_classifier_is_believed_proposed_or_left_out(int confidence, String line, String mood, String path) {
        Map<String, Object> facts = Map.of("confidence", confidence, "suggestedLine", line, "mood", mood);

        assertThat(TABLE.answer(facts)).isEqualTo(Map.of("path", path));
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
