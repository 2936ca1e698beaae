package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdleOwnerTableTest {

    private static final Decision TABLE = Decision.of("stages/idle-owner");

    @ParameterizedTest(name = "{0}: remind after {1}, back after {2}, supervisor after {3} business minutes")
    @CsvSource({
        "supervisors, 60, 240, 480",
        "service-desk, 120, 240, 480",
        "data-entry-rework, 60, 120, 240",
        "data-entry, 180, 480, 960",
        "unheard-of, 180, 480, 960"
    })
    void each_queue_has_its_ladder(String queue, int remind, int back, int supervise) {
        assertThat(TABLE.answer(Map.of("queue", queue)))
                .isEqualTo(Map.of("remindMinutes", remind, "returnMinutes", back, "superviseMinutes", supervise));
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
