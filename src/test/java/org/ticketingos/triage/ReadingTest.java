package org.ticketingos.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The arithmetic of the classifier against worked examples. */
class ReadingTest {

    private static final Offset<Double> FOUR_PLACES = within(0.00005);

    @Test
    void words_are_made_alike() {
        assertThat(Terms.normalise("Reset my PIN 42, see https://a.b/c!")).isEqualTo("reset my pin 0 0 see url");
    }

    @Test
    void words_pairs_and_pieces_are_counted() {
        assertThat(Terms.count("pay pay")).containsOnlyKeys(
                "w pay", "p pay pay", "c <pa", "c pay", "c ay>", "c <pay", "c pay>", "c <pay>");
        assertThat(Terms.count("pay pay")).containsEntry("w pay", 2).containsEntry("p pay pay", 1);
    }

    @Test
    void two_heads_are_mixed_at_65_to_35() {
        Mix.Scores scores = new Mix.Scores(logs(.7, .2, .1), logs(.5, .4, .1));

        assertClose(new Mix.Temperatures(1, 1, 1).probabilities(scores), .6368, .2609, .1023);
        assertClose(new Mix.Temperatures(1, 1, .95).probabilities(scores), .6507, .2543, .0950);
    }

    @Test
    void the_share_of_foreign_messages_moves_the_gate() {
        assertThat(ScopeGate.probability(2, .10)).isCloseTo(0.9708, FOUR_PLACES);
        assertThat(ScopeGate.probability(0, .18)).isCloseTo(0.6949, FOUR_PLACES);
        assertThat(ScopeGate.probability(-1, .05)).isCloseTo(0.7775, FOUR_PLACES);
    }

    @Test
    void a_head_that_exaggerates_is_cooled() {
        List<double[]> sure = List.of(new double[] {10, 0}, new double[] {10, 0}, new double[] {10, 0});
        int[] rightTwice = {0, 0, 1};

        double temperature = Temperature.fit(sure, rightTwice);

        assertThat(Softmax.of(Softmax.scaled(sure.get(0), temperature))[0]).isCloseTo(2 / 3.0, within(0.01));
    }

    @Test
    void great_scores_do_not_overflow() {
        assertThat(Softmax.of(new double[] {2000, 1999})[0]).isCloseTo(0.7311, FOUR_PLACES);
    }

    private static double[] logs(double... p) {
        double[] logs = p.clone();
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(logs[i]);
        }
        return logs;
    }

    private static void assertClose(double[] actual, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], FOUR_PLACES);
        }
    }
}
