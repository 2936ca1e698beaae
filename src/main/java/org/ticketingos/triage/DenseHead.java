package org.ticketingos.triage;

import java.util.Arrays;
import java.util.Random;

/** Multinomial logistic regression on vectors, trained by Adam; the same rows give the same head. */
final class DenseHead {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double DECAY = 1e-4;

    private final int size;
    private final float[] weights;

    private DenseHead(int size, float[] weights) {
        this.size = size;
        this.weights = weights;
    }

    /**
     * How to train.
     *
     * @param rate of learning at the start; it falls to zero along a cosine
     */
    record Plan(int epochs, double rate, long seed) {}

    /**
     * Learns from rows in a fixed order.
     *
     * @param importance weight of each row, 1 for all alike
     */
    static DenseHead train(float[][] rows, int[] labels, double[] importance, int classes, Plan plan) {
        int size = rows[0].length;
        int width = size + 1;
        float[] w = new float[classes * width];
        float[] gradient = new float[w.length];
        float[] first = new float[w.length];
        float[] second = new float[w.length];
        int batch = Math.min(128, Math.max(8, rows.length / 8));
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(plan.seed());
        int steps = plan.epochs() * ((rows.length + batch - 1) / batch);
        int step = 0;
        DenseHead head = new DenseHead(size, w);
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += batch) {
                int until = Math.min(order.length, from + batch);
                Arrays.fill(gradient, 0);
                for (int i = from; i < until; i++) {
                    head.slope(rows[order[i]], labels[order[i]], importance[order[i]] / (until - from), gradient);
                }
                double rate = plan.rate() * 0.5 * (1 + Math.cos(Math.PI * step / steps));
                step++;
                adam(w, gradient, first, second, rate, step, width);
            }
        }
        return head;
    }

    double[] scores(float[] row) {
        int classes = weights.length / (size + 1);
        double[] scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            int at = c * (size + 1);
            float sum = weights[at + size];
            for (int i = 0; i < size; i++) {
                sum += weights[at + i] * row[i];
            }
            scores[c] = sum;
        }
        return scores;
    }

    private void slope(float[] row, int label, double importance, float[] gradient) {
        double[] p = Softmax.of(scores(row));
        for (int c = 0; c < p.length; c++) {
            float error = (float) ((p[c] - (c == label ? 1 : 0)) * importance);
            int at = c * (size + 1);
            for (int i = 0; i < size; i++) {
                gradient[at + i] += error * row[i];
            }
            gradient[at + size] += error;
        }
    }

    private static void adam(
            float[] w, float[] gradient, float[] first, float[] second, double rate, int step, int width) {
        double correct1 = 1 - Math.pow(BETA1, step);
        double correct2 = 1 - Math.pow(BETA2, step);
        for (int i = 0; i < w.length; i++) {
            boolean bias = i % width == width - 1;
            double g = gradient[i] + (bias ? 0 : DECAY * w[i]);
            first[i] = (float) (BETA1 * first[i] + (1 - BETA1) * g);
            second[i] = (float) (BETA2 * second[i] + (1 - BETA2) * g * g);
            w[i] -= (float) (rate * (first[i] / correct1) / (Math.sqrt(second[i] / correct2) + EPSILON));
        }
    }

    static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
