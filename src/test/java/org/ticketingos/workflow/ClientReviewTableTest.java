package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientReviewTableTest {

    private static final Decision TABLE = Decision.of("stages/client-review");

    @ParameterizedTest(name = "sign-off {0}: {1}")
    @CsvSource({"true, review", "false, auto"})
    void the_contract_says_whether_the_client_signs_off(boolean required, String path) {
        assertThat(TABLE.answer(Map.of("reviewRequired", required))).isEqualTo(Map.of("path", path));
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
