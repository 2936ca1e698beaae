package org.ticketingos.quality;

import java.util.Arrays;

/** Krippendorff's alpha = 1 - observed / expected disagreement, from the coincidence matrix (Krippendorff 2011). */
final class Krippendorff {

    private Krippendorff() {}

    /** What the distance of two categories means. */
    enum Scale {
        NOMINAL,
        ORDINAL,
        INTERVAL,
        RATIO
    }

    /**
     * Alpha of units of which each may have any number of ratings.
     *
     * @param counts per unit and category, how many raters chose it
     * @param values the categories as numbers; looked at for INTERVAL and RATIO only
     */
    static double alpha(int[][] counts, Scale scale, double[] values) {
        int q = values.length;
        double[][] pairs = new double[q][q];
        for (int[] unit : counts) {
            int raters = Arrays.stream(unit).sum();
            for (int c = 0; c < q && raters > 1; c++) {
                for (int k = 0; k < q; k++) {
                    pairs[c][k] += unit[c] * (unit[k] - (c == k ? 1.0 : 0.0)) / (raters - 1);
                }
            }
        }
        double[] totals = Arrays.stream(pairs).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double n = Arrays.stream(totals).sum();
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < q; c++) {
            for (int k = 0; k < q; k++) {
                double distance = distance(scale, c, k, totals, values);
                observed += pairs[c][k] * distance;
                expected += totals[c] * totals[k] * distance;
            }
        }
        return 1 - observed / (expected / (n - 1));
    }

    private static double distance(Scale scale, int c, int k, double[] totals, double[] values) {
        if (c == k) {
            return 0;
        }
        return switch (scale) {
            case NOMINAL -> 1;
            case ORDINAL -> {
                double between = 0;
                for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
                    between += totals[g];
                }
                yield Math.pow(between - (totals[c] + totals[k]) / 2, 2);
            }
            case INTERVAL -> Math.pow(values[c] - values[k], 2);
            case RATIO -> Math.pow((values[c] - values[k]) / (values[c] + values[k]), 2);
        };
    }
}
