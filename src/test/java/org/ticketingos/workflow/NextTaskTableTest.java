package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextTaskTableTest {

    private static final Decision TABLE = Decision.of("stages/next-task");

    @ParameterizedTest(name = "mine {0}, {1}, {2}, same client {3}: rank {4}, {5}")
    @CsvSource({
        "true, breached, NORMAL, false, 10, late",
        "false, breached, LOW, true, 20, late",
        "true, later, NORMAL, false, 30, mine",
        "false, urgent, CRITICAL, false, 40, critical",
        "false, urgent, NORMAL, true, 50, slack",
        "false, soon, CRITICAL, true, 60, critical",
        "false, soon, NORMAL, true, 70, same-client",
        "false, soon, HIGH, false, 80, slack",
        "false, later, NORMAL, true, 90, same-client",
        "false, later, CRITICAL, false, 100, slack",
        "false, paused, CRITICAL, true, 110, paused",
        "true, paused, CRITICAL, true, 110, paused"
    })
    void the_rank_follows_how_pressing_a_step_is(
            boolean mine, String band, String priority, boolean sameClient, int rank, String reason) {
        Map<String, Object> answer = TABLE.answer(
                Map.of("mine", mine, "band", band, "priority", priority, "sameClient", sameClient));

        assertThat(answer).isEqualTo(Map.of("rank", rank, "reason", reason));
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
