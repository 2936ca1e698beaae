package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1500, .00199516", "0, 330, .00903690", "0, 660, .00452870", "7, 6600, .00199121", "8, 6600, .00218600",
        "2, 1000, .006282"
    })
    void the_bound_is_that_of_clopper_and_pearson(int errors, int inspected, BigDecimal bound) {
        assertThat(Proof.upperError(errors, inspected)).isCloseTo(bound, within(new BigDecimal("0.0000005")));
    }

    @ParameterizedTest
    @CsvSource({"0, 1497", "1, 2371", "2, 3146", "3, 3875", "5, 5254", "7, 6571", "10, 8478"})
    void the_smallest_sample_that_proves_998_in_1000(int errors, int needed) {
        BigDecimal target = new BigDecimal("0.998");

        assertThat(Proof.cleanUnitsMissing(errors, needed, target)).isZero();
        assertThat(Proof.cleanUnitsMissing(errors, needed - 1, target)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1285, 212", "3, 3000, 875", "2, 3400, 0"})
    void it_says_how_many_clean_units_are_missing(int errors, int inspected, int missing) {
        assertThat(Proof.cleanUnitsMissing(errors, inspected, new BigDecimal("0.998"))).isEqualTo(missing);
    }

    @Test
    void nothing_inspected_proves_nothing() {
        assertThat(Proof.upperError(0, 0)).isEqualByComparingTo("1");
        assertThat(Proof.upperError(4, 4)).isEqualByComparingTo("1");
    }

    @Test
    void more_errors_than_units_is_nonsense() {
        assertThatThrownBy(() -> Proof.upperError(5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_sample_proves_perfection() {
        assertThatThrownBy(() -> Proof.cleanUnitsMissing(0, 10, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
