package org.ticketingos.triage;

import java.util.List;

/** Finds by how much a head exaggerates, on rows it was not trained on. */
final class Temperature {

    private static final double FROM = Math.exp(-5);
    private static final double TO = Math.exp(4);
    private static final double STEP = 1.06;

    private Temperature() {}

    /** The divisor of the scores with the least log loss; 1 when there are no rows. */
    static double fit(List<double[]> scores, int[] right) {
        double best = 1;
        double least = loss(scores, right, 1);
        for (double t = FROM; t <= TO; t *= STEP) {
            double loss = loss(scores, right, t);
            if (loss < least) {
                least = loss;
                best = t;
            }
        }
        return best;
    }

    static double loss(List<double[]> scores, int[] right, double temperature) {
        double loss = 0;
        for (int row = 0; row < right.length; row++) {
            double[] scaled = Softmax.scaled(scores.get(row), temperature);
            loss += Softmax.logSum(scaled) - scaled[right[row]];
        }
        return loss;
    }
}
