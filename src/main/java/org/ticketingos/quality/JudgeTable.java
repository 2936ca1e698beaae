package org.ticketingos.quality;

import java.util.Arrays;

/** Scores that the same judges gave to the same targets, one row per target: who is strict, and how far they agree. */
public final class JudgeTable {

    /** Half of the width, in standard deviations, that holds 95 % of differences (Bland and Altman 1986). */
    private static final double NEARLY_ALL = 1.96;

    private final double[][] scores;

    public JudgeTable(double[][] scores) {
        this.scores = scores;
    }

    /** Mean squares of Shrout and Fleiss 1979: between rows, between columns, error, within rows. */
    record Squares(double rows, double columns, double error, double within) {}

    /** Two judges compared: the mean difference and the limits within which nearly all differences lie. */
    record Difference(double bias, double deviation, double low, double high) {}

    /** How much higher (or, below 0, lower) a judge scores than all judges together. */
    public double effect(int judge) {
        return column(judge) - grand();
    }

    Squares squares() {
        int n = scores.length;
        int k = scores[0].length;
        double grand = grand();
        double between = 0;
        double within = 0;
        for (double[] row : scores) {
            double mean = Arrays.stream(row).average().orElseThrow();
            between += k * Math.pow(mean - grand, 2);
            within += Arrays.stream(row).map(one -> Math.pow(one - mean, 2)).sum();
        }
        double columns = 0;
        for (int judge = 0; judge < k; judge++) {
            columns += n * Math.pow(effect(judge), 2);
        }
        return new Squares(
                between / (n - 1),
                columns / (k - 1),
                (within - columns) / ((n - 1.0) * (k - 1)),
                within / (n * (k - 1.0)));
    }

    /** ICC(1,1): each target was scored by other judges. */
    double icc1() {
        Squares ms = squares();
        return (ms.rows() - ms.within()) / (ms.rows() + (judges() - 1) * ms.within());
    }

    /** ICC(2,1): agreement of any such judges. */
    double icc2() {
        Squares ms = squares();
        return (ms.rows() - ms.error())
                / (ms.rows() + (judges() - 1) * ms.error() + judges() * (ms.columns() - ms.error()) / scores.length);
    }

    /** ICC(3,1): consistency of just these judges. */
    double icc3() {
        Squares ms = squares();
        return (ms.rows() - ms.error()) / (ms.rows() + (judges() - 1) * ms.error());
    }

    /** ICC(2,k): agreement of the judges' mean. */
    double icc2OfMean() {
        Squares ms = squares();
        return (ms.rows() - ms.error()) / (ms.rows() + (ms.columns() - ms.error()) / scores.length);
    }

    Difference difference(int one, int other) {
        double[] differences = Arrays.stream(scores).mapToDouble(row -> row[one] - row[other]).toArray();
        double bias = Arrays.stream(differences).average().orElse(Double.NaN);
        double deviation = Math.sqrt(
                Arrays.stream(differences).map(d -> (d - bias) * (d - bias)).sum() / (differences.length - 1));
        return new Difference(bias, deviation, bias - NEARLY_ALL * deviation, bias + NEARLY_ALL * deviation);
    }

    private int judges() {
        return scores[0].length;
    }

    private double column(int judge) {
        return Arrays.stream(scores).mapToDouble(row -> row[judge]).average().orElse(Double.NaN);
    }

    private double grand() {
        return Arrays.stream(scores).flatMapToDouble(Arrays::stream).average().orElse(Double.NaN);
    }
}
