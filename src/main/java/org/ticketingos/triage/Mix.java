package org.ticketingos.triage;

import java.util.Arrays;
import java.util.List;

/**
 * Two heads heard together: one reads meaning, the other words. Each is cooled by its temperature before they are
 * mixed, and the mix once more, so that 90 % means right nine times in ten.
 */
final class Mix {

    /** Share of the head that reads meaning. */
    static final double DENSE_SHARE = 0.65;

    /** Unit vectors are stretched before training; the learning rate is made for that. */
    private static final float STRETCH = 10;

    private static final int LEXICAL_EPOCHS = 8;
    private static final int MANY_PER_LABEL = 50;
    private static final int FEW_PER_LABEL = 5;
    private static final double RATE = 0.01;
    private static final long SEED = 20261118;

    private final DenseHead dense;
    private final LexicalHead lexical;

    private Mix(DenseHead dense, LexicalHead lexical) {
        this.dense = dense;
        this.lexical = lexical;
    }

    static Mix train(List<Example> rows, List<String> labels) {
        float[][] vectors = rows.stream().map(row -> stretched(row.vector())).toArray(float[][]::new);
        int[] right = rows.stream().mapToInt(row -> labels.indexOf(row.label())).toArray();
        double[] alike = new double[right.length];
        Arrays.fill(alike, 1);
        int perLabel = rows.size() / labels.size();
        int epochs = perLabel > MANY_PER_LABEL ? 15 : perLabel > FEW_PER_LABEL ? 20 : 40;
        return new Mix(
                DenseHead.train(vectors, right, alike, labels.size(), new DenseHead.Plan(epochs, RATE, SEED)),
                LexicalHead.train(
                        rows.stream().map(Example::text).toList(), right, labels.size(), LEXICAL_EPOCHS, SEED));
    }

    Scores scores(String text, float[] vector) {
        return new Scores(dense.scores(stretched(vector)), lexical.scores(text));
    }

    List<String> strongest(String text, int label, int most) {
        return lexical.strongest(text, label, most);
    }

    private static float[] stretched(float[] vector) {
        float[] stretched = vector.clone();
        for (int i = 0; i < stretched.length; i++) {
            stretched[i] *= STRETCH;
        }
        return stretched;
    }

    /** What each head says, before any cooling. */
    record Scores(double[] dense, double[] lexical) {

        /** Mixed log-probabilities, not yet cooled as a mix. */
        double[] mixed(double denseTemperature, double lexicalTemperature) {
            double[] d = Softmax.scaled(dense, denseTemperature);
            double[] l = Softmax.scaled(lexical, lexicalTemperature);
            double logD = Softmax.logSum(d);
            double logL = Softmax.logSum(l);
            double[] mixed = new double[d.length];
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] = DENSE_SHARE * (d[i] - logD) + (1 - DENSE_SHARE) * (l[i] - logL);
            }
            return mixed;
        }

        boolean agree() {
            return Softmax.best(dense) == Softmax.best(lexical);
        }
    }

    /** The three temperatures of a mix. */
    record Temperatures(double dense, double lexical, double mix) {

        static Temperatures fit(List<Scores> scores, int[] right) {
            double dense = Temperature.fit(scores.stream().map(Scores::dense).toList(), right);
            double lexical = Temperature.fit(scores.stream().map(Scores::lexical).toList(), right);
            double mix = Temperature.fit(
                    scores.stream().map(row -> row.mixed(dense, lexical)).toList(), right);
            return new Temperatures(dense, lexical, mix);
        }

        double[] probabilities(Scores scores) {
            return Softmax.of(Softmax.scaled(scores.mixed(dense, lexical), mix));
        }
    }
}
