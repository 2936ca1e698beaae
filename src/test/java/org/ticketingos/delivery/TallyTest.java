package org.ticketingos.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    /** The first three rows are the vectors of the field's definition: n = 2 of m = 3. */
    @ParameterizedTest(name = "{0} of {1}: {2} accept, {3} reject: {4}")
    @CsvSource({
        "2, 3, 1, 1, OPEN",
        "2, 3, 2, 1, ACCEPTED",
        "2, 3, 0, 2, REJECTED",
        "1, 1, 0, 0, OPEN",
        "1, 1, 1, 0, ACCEPTED",
        "1, 1, 0, 1, REJECTED",
        "3, 3, 2, 0, OPEN",
        "3, 3, 2, 1, REJECTED",
        "1, 3, 0, 2, OPEN",
        "1, 3, 0, 3, REJECTED"
    })
    void n_accept_or_n_can_no_more_be_reached(int needed, int seats, int accepted, int rejected, Tally outcome) {
        assertThat(Tally.of(needed, seats, accepted, rejected)).isEqualTo(outcome);
    }

    @Test
    void every_order_of_words_ends_and_never_in_both() {
        for (int seats = 1; seats <= 8; seats++) {
            for (int needed = 1; needed <= seats; needed++) {
                for (int accepted = 0; accepted <= seats; accepted++) {
                    Tally all = Tally.of(needed, seats, accepted, seats - accepted);
                    assertThat(all).isEqualTo(accepted >= needed ? Tally.ACCEPTED : Tally.REJECTED);
                }
            }
        }
        assertThatThrownBy(() -> Tally.of(4, 3, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
