package org.ticketingos.quality;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Two raters on the same units: how many units the first put into category i and the second into category j. The
 * coefficients compare what they agree on with what chance alone would give.
 *
 * @see <a href="https://doi.org/10.1348/000711006X126600">Gwet 2008</a>
 */
public final class RatingTable {

    private final double[][] p;
    private final int n;

    /** Counts, one row per category of the first rater; categories nobody used stay in. */
    public RatingTable(int[][] counts) {
        n = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        p = new double[counts.length][counts.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                p[i][j] = n == 0 ? 0 : (double) counts[i][j] / n;
            }
        }
    }

    /** How much a disagreement of categories i and j still counts as agreement, 0 to 1. */
    enum Weight {
        NONE((i, j) -> 0),
        LINEAR((i, j) -> Math.abs(i - j)),
        QUADRATIC((i, j) -> (i - j) * (i - j));

        private final IntBinaryOperator distance;

        Weight(IntBinaryOperator distance) {
            this.distance = distance;
        }

        double of(int i, int j, int q) {
            return this == NONE ? (i == j ? 1 : 0) : 1 - (double) distance.applyAsInt(i, j) / distance.applyAsInt(0, q - 1);
        }
    }

    public int units() {
        return n;
    }

    /** Share of units on which both said the same. */
    public double observed() {
        return weighted(Weight.NONE);
    }

    public double cohen() {
        return kappa(Weight.NONE);
    }

    /** Cohen's kappa where near misses count in part. */
    double kappa(Weight weight) {
        return Agreement.beyondChance(weighted(weight), expected(weight));
    }

    /** Standard error of kappa by Fleiss, Cohen and Everitt 1969. */
    double kappaError(Weight weight) {
        double pe = expected(weight);
        double kappa = kappa(weight);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                double usual = usual(weight, i, true) + usual(weight, j, false);
                sum += p[i][j] * Math.pow(weight.of(i, j, p.length) - usual * (1 - kappa), 2);
            }
        }
        return Math.sqrt((sum - Math.pow(kappa - pe * (1 - kappa), 2)) / n) / (1 - pe);
    }

    double scott() {
        double pe = 0;
        for (int k = 0; k < p.length; k++) {
            pe += mean(k) * mean(k);
        }
        return Agreement.beyondChance(observed(), pe);
    }

    /** Gwet's AC1: does not collapse where nearly everything is right. */
    public double gwet() {
        return Agreement.beyondChance(observed(), gwetChance());
    }

    /** Standard error of AC1 by Gwet 2008. */
    double gwetError() {
        double pa = observed();
        double pe = gwetChance();
        double rest = 1 - gwet();
        int others = p.length - 1;
        double same = 0;
        double all = 0;
        for (int i = 0; i < p.length; i++) {
            same += p[i][i] * (1 - mean(i)) / others;
            for (int j = 0; j < p.length; j++) {
                all += p[i][j] * Math.pow(1 - (mean(i) + mean(j)) / 2, 2) / (others * others);
            }
        }
        double variance = pa * (1 - pa) - 4 * rest * (same - pa * pe) + 4 * rest * rest * (all - pe * pe);
        return Math.sqrt(variance / n) / (1 - pe);
    }

    double brennanPrediger() {
        return Agreement.beyondChance(observed(), 1.0 / p.length);
    }

    private double gwetChance() {
        double pe = 0;
        for (int k = 0; k < p.length; k++) {
            pe += mean(k) * (1 - mean(k)) / (p.length - 1);
        }
        return pe;
    }

    private double weighted(Weight weight) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                sum += weight.of(i, j, p.length) * p[i][j];
            }
        }
        return sum;
    }

    private double expected(Weight weight) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                sum += weight.of(i, j, p.length) * first(i) * second(j);
            }
        }
        return sum;
    }

    /** Mean weight one rater's category meets in the other's answers. */
    private double usual(Weight weight, int category, boolean ofFirst) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += ofFirst
                    ? second(k) * weight.of(category, k, p.length)
                    : first(k) * weight.of(k, category, p.length);
        }
        return sum;
    }

    private double mean(int k) {
        return (first(k) + second(k)) / 2;
    }

    private double first(int i) {
        return Arrays.stream(p[i]).sum();
    }

    private double second(int j) {
        return Arrays.stream(p).mapToDouble(row -> row[j]).sum();
    }
}
