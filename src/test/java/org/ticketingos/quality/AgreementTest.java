package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ticketingos.quality.Krippendorff.Scale;
import org.ticketingos.quality.RatingTable.Weight;

/** Published data with published coefficients; five decimals must match. */
class AgreementTest {

    private static final Offset<Double> FIVE_DECIMALS = within(0.000_005);
    private static final Offset<Double> AS_PRINTED = within(0.000_05);

    @Test
    void two_abstractors_of_one_hundred_records() {
        RatingTable table = new RatingTable(new int[][] {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}});

        assertThat(table.observed()).isCloseTo(.89, FIVE_DECIMALS);
        assertThat(table.cohen()).isCloseTo(.7964094, FIVE_DECIMALS);
        assertThat(table.kappaError(Weight.NONE)).isCloseTo(.0589107, FIVE_DECIMALS);
        assertThat(table.scott()).isCloseTo(.7962397, FIVE_DECIMALS);
        assertThat(table.gwet()).isCloseTo(.8493305, FIVE_DECIMALS);
        assertThat(table.gwetError()).isCloseTo(.0432175, FIVE_DECIMALS);
        assertThat(table.brennanPrediger()).isCloseTo(.835, FIVE_DECIMALS);
        assertThat(Agreement.of(pairs(new int[][] {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}), 3).alpha())
                .isCloseTo(.7972585, FIVE_DECIMALS);
    }

    @Test
    void four_raters_of_twelve_units_with_gaps() {
        Agreement four = Agreement.of(units("""
                1 1 . 1
                2 2 3 2
                3 3 3 3
                3 3 3 3
                2 2 2 2
                1 2 3 4
                4 4 4 4
                1 1 2 1
                2 2 2 2
                . 5 5 5
                . . 1 1
                . . 3 ."""), 5);

        assertThat(four.observed()).isCloseTo(.8181818, FIVE_DECIMALS);
        assertThat(four.gwet()).isCloseTo(.7754441, FIVE_DECIMALS);
        assertThat(four.fleiss()).isCloseTo(.7611693, FIVE_DECIMALS);
        assertThat(four.brennanPrediger()).isCloseTo(.7727273, FIVE_DECIMALS);
        assertThat(four.conger()).isCloseTo(.76282, FIVE_DECIMALS);
        assertThat(four.alpha()).isCloseTo(.743421, FIVE_DECIMALS);
        assertThat(four.alpha(Scale.ORDINAL, 1, 2, 3, 4, 5)).isCloseTo(.815388, FIVE_DECIMALS);
        assertThat(four.alpha(Scale.INTERVAL, 1, 2, 3, 4, 5)).isCloseTo(.849107, FIVE_DECIMALS);
        assertThat(four.alpha(Scale.RATIO, 1, 2, 3, 4, 5)).isCloseTo(.797403, FIVE_DECIMALS);
    }

    @Test
    void three_coders_of_fifteen_units() {
        Agreement three = Agreement.of(turned("""
                . . . . . 3 4 1 2 1 1 3 3 . 3
                1 . 2 1 3 3 4 3 . . . . . . .
                . . 2 1 3 4 4 . 2 1 1 3 3 . 4"""), 4);

        assertThat(three.alpha()).isCloseTo(.691358, FIVE_DECIMALS);
        assertThat(three.alpha(Scale.ORDINAL, 1, 2, 3, 4)).isCloseTo(.806721, FIVE_DECIMALS);
        assertThat(three.alpha(Scale.INTERVAL, 1, 2, 3, 4)).isCloseTo(.810845, FIVE_DECIMALS);
        assertThat(three.alpha(Scale.RATIO, 1, 2, 3, 4)).isCloseTo(.808944, FIVE_DECIMALS);
    }

    @Test
    void fourteen_raters_of_ten_units() {
        Agreement fleiss = Agreement.ofCounts(new int[][] {
            {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
            {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
        });

        assertThat(fleiss.observed()).isCloseTo(.3780220, FIVE_DECIMALS);
        assertThat(fleiss.fleiss()).isCloseTo(.2099307, FIVE_DECIMALS);
        assertThat(fleiss.gwet()).isCloseTo(.2256142, FIVE_DECIMALS);
        assertThat(fleiss.brennanPrediger()).isCloseTo(.2225275, FIVE_DECIMALS);
        assertThat(fleiss.alpha()).isCloseTo(.2155741, FIVE_DECIMALS);
    }

    @Test
    void a_table_with_an_empty_cell_and_near_misses() {
        RatingTable table = new RatingTable(new int[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});

        assertThat(table.cohen()).isCloseTo(.4842, AS_PRINTED);
        assertThat(table.kappaError(Weight.NONE)).isCloseTo(.1380, AS_PRINTED);
        assertThat(table.cohen() - 1.959964 * table.kappaError(Weight.NONE)).isCloseTo(.2137, AS_PRINTED);
        assertThat(table.cohen() + 1.959964 * table.kappaError(Weight.NONE)).isCloseTo(.7547, AS_PRINTED);
        assertThat(table.kappa(Weight.LINEAR)).isCloseTo(.4701, AS_PRINTED);
        assertThat(table.kappaError(Weight.LINEAR)).isCloseTo(.1457, AS_PRINTED);
    }

    @Test
    void near_misses_count_quadratically_too() {
        RatingTable table = new RatingTable(new int[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});

        double observed = (0 + 8 + 5 + .75 * (4 + 1)) / 19;
        double expected = (0.75 * 5 * 13 + 8 * 13 + .75 * 8 * 6 + .75 * 6 * 13 + 6 * 6) / (19 * 19);
        assertThat(table.kappa(Weight.QUADRATIC)).isCloseTo((observed - expected) / (1 - expected), FIVE_DECIMALS);
    }

    @Test
    void twenty_and_fifteen_of_fifty() {
        RatingTable table = new RatingTable(new int[][] {{20, 5}, {10, 15}});

        assertThat(table.cohen()).isCloseTo(.4, FIVE_DECIMALS);
        assertThat(table.gwet()).isCloseTo(.4059406, FIVE_DECIMALS);
        assertThat(table.scott()).isCloseTo(.3939394, FIVE_DECIMALS);
    }

    @Test
    void kappa_collapses_while_people_agree_and_ac1_does_not() {
        RatingTable table = new RatingTable(new int[][] {{90, 5}, {5, 0}});

        assertThat(table.observed()).isCloseTo(.90, FIVE_DECIMALS);
        assertThat(table.cohen()).isCloseTo(-.0526316, FIVE_DECIMALS);
        assertThat(table.gwet()).isCloseTo(.8895028, FIVE_DECIMALS);
    }

    @Test
    void four_judges_of_six_targets() {
        JudgeTable judges = new JudgeTable(new double[][] {
            {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
        });

        assertThat(judges.squares().rows()).isCloseTo(11.24167, FIVE_DECIMALS);
        assertThat(judges.squares().columns()).isCloseTo(32.48611, FIVE_DECIMALS);
        assertThat(judges.squares().error()).isCloseTo(1.01944, FIVE_DECIMALS);
        assertThat(judges.squares().within()).isCloseTo(6.26389, FIVE_DECIMALS);
        assertThat(judges.icc1()).isCloseTo(.1657418, FIVE_DECIMALS);
        assertThat(judges.icc2()).isCloseTo(.2897638, FIVE_DECIMALS);
        assertThat(judges.icc3()).isCloseTo(.7148407, FIVE_DECIMALS);
        assertThat(judges.icc2OfMean()).isCloseTo(.6200505, FIVE_DECIMALS);
    }

    @Test
    void a_strict_judge_shows_against_all_judges_together() {
        JudgeTable judges = new JudgeTable(new double[][] {
            {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
        });

        assertThat(judges.effect(0)).isCloseTo(2.375, within(.001));
        assertThat(judges.effect(1)).isCloseTo(-2.792, within(.001));
        assertThat(judges.effect(2)).isCloseTo(-.958, within(.001));
        assertThat(judges.effect(3)).isCloseTo(1.375, within(.001));
        JudgeTable.Difference first = judges.difference(0, 3);
        assertThat(first.bias()).isCloseTo(1.000, within(.001));
        assertThat(first.deviation()).isCloseTo(1.673, within(.001));
        assertThat(first.low()).isCloseTo(-2.280, within(.001));
        assertThat(first.high()).isCloseTo(4.280, within(.001));
    }

    @Test
    void units_that_one_rater_alone_has_seen_show_nothing() {
        assertThat(Agreement.of(units("1 .\n. 2"), 2).observed()).isNaN();
    }

    private static List<List<@Nullable Integer>> pairs(int[][] table) {
        List<List<@Nullable Integer>> units = new ArrayList<>();
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                for (int n = 0; n < table[i][j]; n++) {
                    units.add(List.of(i, j));
                }
            }
        }
        return units;
    }

    private static List<List<@Nullable Integer>> units(String text) {
        return text.lines()
                .map(line -> Arrays.stream(line.split(" ")).map(AgreementTest::category).toList())
                .toList();
    }

    private static @Nullable Integer category(String word) {
        return word.equals(".") ? null : Integer.valueOf(Integer.parseInt(word) - 1);
    }

    private static List<List<@Nullable Integer>> turned(String text) {
        List<List<@Nullable Integer>> raters = units(text);
        List<List<@Nullable Integer>> units = new ArrayList<>();
        for (int u = 0; u < raters.get(0).size(); u++) {
            List<@Nullable Integer> unit = new ArrayList<>();
            for (List<@Nullable Integer> rater : raters) {
                unit.add(rater.get(u));
            }
            units.add(unit);
        }
        return units;
    }
}
