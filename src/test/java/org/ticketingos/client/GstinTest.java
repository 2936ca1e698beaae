package org.ticketingos.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples BG-7 and BG-8 of the billing domain. */
class GstinTest {

    @ParameterizedTest
    @ValueSource(strings = {"24AAQCA8719H1ZC", "05AAACG2115R1ZN", "29AABCR1718E1ZL", "24AANFA2641L1ZF"})
    void a_registered_number_is_valid(String number) {
        assertThat(Gstin.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"01AABCE2207R1Z5, V", "24AANFA2641L1ZK, F"})
    void a_mistyped_number_is_not_and_we_know_what_was_meant(String number, char expected) {
        assertThat(Gstin.isValid(number)).isFalse();
        assertThat(Gstin.checkCharacter(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24aaqca8719h1zc", "24AAQCA8719H1Z", "URP"})
    void other_text_is_not_a_number(String text) {
        assertThat(Gstin.isValid(text)).isFalse();
    }
}
