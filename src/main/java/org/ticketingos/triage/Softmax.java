package org.ticketingos.triage;

/** Scores to probabilities, without overflow. */
final class Softmax {

    private Softmax() {}

    static double[] of(double[] scores) {
        double[] p = new double[scores.length];
        double log = logSum(scores);
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(scores[i] - log);
        }
        return p;
    }

    /** ln of the sum of the exponentials. */
    static double logSum(double[] scores) {
        double max = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - max);
        }
        return max + Math.log(sum);
    }

    static double[] scaled(double[] scores, double temperature) {
        double[] scaled = new double[scores.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scores[i] / temperature;
        }
        return scaled;
    }

    static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }
}
