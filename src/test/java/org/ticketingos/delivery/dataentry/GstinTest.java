package org.ticketingos.delivery.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors BG-7 and BG-8. */
class GstinTest {

    @ParameterizedTest
    @ValueSource(strings = {"24AAQCA8719H1ZC", "05AAACG2115R1ZN", "29AABCR1718E1ZL", "24AANFA2641L1ZF"})
    void valid_numbers_hold(String gstin) {
        assertThat(Gstin.holds(gstin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"01AABCE2207R1Z5,V", "24AANFA2641L1ZK,F"})
    void a_wrong_check_character_is_found(String gstin, char expected) {
        assertThat(Gstin.holds(gstin)).isFalse();
        assertThat(Gstin.checkCharacter(gstin.substring(0, 14))).isEqualTo(expected);
    }

    @Test
    void shape_comes_before_everything() {
        assertThat(Gstin.holds("24AAQCA8719H1ZC7")).isFalse();
        assertThat(Gstin.holds("")).isFalse();
    }
}
