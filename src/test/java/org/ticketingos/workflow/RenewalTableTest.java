package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalTableTest {

    private static final Decision TABLE = Decision.of("stages/renewal");

    @ParameterizedTest(name = "CSAT {0}, NPS {1}, {2} missed: {3}")
    @CsvSource({
        "1, 10, 0, recover",
        "2, -1, 0, recover",
        "5, 0, 0, recover",
        "5, 6, 0, recover",
        "5, 10, 2, review-service",
        "0, -1, 3, review-service",
        "4, 9, 0, extend",
        "5, 10, 1, renew",
        "4, 7, 0, renew",
        "5, -1, 0, renew",
        "3, 8, 0, watch",
        "0, -1, 0, watch"
    })
    void the_advice_follows_the_answers_and_the_promises_kept(int csat, int nps, int breaches, String advice) {
        assertThat(TABLE.answer(Map.of("csat", csat, "nps", nps, "breaches", breaches)))
                .isEqualTo(Map.of("recommendation", advice));
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
