package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.quality.ScoreFormula.Answered;
import org.ticketingos.quality.ScoreFormula.Score;

class ScoreFormulaTest {

    @Test
    void what_does_not_apply_takes_its_weight_along() {
        Score score = ScoreFormula.of(List.of(
                new Answered(20, false, Mark.YES),
                new Answered(30, false, Mark.PARTLY),
                new Answered(25, false, Mark.YES),
                new Answered(25, false, Mark.NA)));

        assertThat(score.weighted()).isEqualByComparingTo("0.8");
        assertThat(score.counted()).isEqualByComparingTo("0.8");
        assertThat(score.failed()).isFalse();
    }

    @Test
    void a_failed_fatal_item_fails_the_whole_and_keeps_the_weighted_score_apart() {
        Score score = ScoreFormula.of(List.of(
                new Answered(20, false, Mark.YES),
                new Answered(30, false, Mark.PARTLY),
                new Answered(25, false, Mark.YES),
                new Answered(25, false, Mark.NA),
                new Answered(0, true, Mark.NO)));

        assertThat(score.failed()).isTrue();
        assertThat(score.weighted()).isEqualByComparingTo("0.8");
        assertThat(score.counted()).isEqualByComparingTo("0");
    }

    @Test
    void a_fatal_item_that_holds_or_does_not_apply_or_holds_partly_fails_nothing() {
        for (Mark mark : List.of(Mark.YES, Mark.NA, Mark.PARTLY)) {
            assertThat(ScoreFormula.of(List.of(new Answered(10, true, mark))).failed()).isFalse();
        }
    }

    @Test
    void nothing_that_applies_is_no_score() {
        Score score = ScoreFormula.of(List.of(new Answered(50, false, Mark.NA)));

        assertThat(score.weighted()).isNull();
        assertThat(score.counted()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"200, 6, 0.970, 0.0583", "200, 3, 0.985, 0.0383", "200, 0, 1, 0.0149"})
    void critical_errors_come_with_the_bound_that_they_do_not_show(
            int monitored, int errors, BigDecimal accuracy, BigDecimal bound) {
        CriticalErrors track = CriticalErrors.of(monitored, errors);

        assertThat(track.accuracy()).isCloseTo(accuracy, within(new BigDecimal("0.00005")));
        assertThat(track.upperError()).isCloseTo(bound, within(new BigDecimal("0.0001")));
    }

    @Test
    void errors_that_are_not_critical_are_counted_by_opportunity() {
        assertThat(CriticalErrors.of(2400, 40).accuracy()).isCloseTo(new BigDecimal(".9833"), within(new BigDecimal("0.00005")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | 1285 | 99.77 % shown; 0 errors in 1,285 fields; 212 more clean fields prove 99.8 %.",
        "3 | 3000 | 99.74 % shown; 3 errors in 3,000 fields; 875 more clean fields prove 99.8 %.",
        "2 | 3400 | 99.81 % shown; 2 errors in 3,400 fields; 99.8 % is proven.",
        "0 | 1496 | 99.79 % shown; 0 errors in 1,496 fields; 1 more clean field proves 99.8 %.",
        "0 | 0 | Nothing inspected yet, so nothing is shown; 1,497 more clean fields prove 99.8 %."
    })
    void accuracy_is_never_said_without_its_n_and_what_is_missing(int errors, int inspected, String sentence) {
        assertThat(Accuracy.of("FIELD", inspected, errors, new BigDecimal("0.998")).sentence()).isEqualTo(sentence);
    }
}
