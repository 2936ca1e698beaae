package org.ticketingos.triage;

import java.util.ArrayList;
import java.util.List;

/** Says how likely a text is one of the requests we know at all, not spam, a greeting or somebody else's business. */
final class ScopeGate {

    /** Share of messages that are nobody's business here, until an audit sample has measured it. */
    static final double FOREIGN_SHARE = 0.10;

    /** Odds of known to foreign that training pretends; taken out again in {@link #probability}. */
    private static final double TRAINING_ODDS = 2;

    private static final DenseHead.Plan PLAN = new DenseHead.Plan(60, 0.05, 20261118);
    private static final int NEIGHBOURS = 5;

    private final List<DenseHead> halves;

    private ScopeGate(List<DenseHead> halves) {
        this.halves = halves;
    }

    /**
     * What the gate looks at.
     *
     * @param known whether the text is one of ours; only training asks
     */
    record Row(float[] signs, boolean known) {

        static Row of(Mix.Scores scores, double[] probabilities, double[] closeness, boolean known) {
            double best = Math.min(probabilities[Softmax.best(probabilities)], 1 - 1e-9);
            return new Row(
                    new float[] {
                        (float) Math.log(best / (1 - best)),
                        (float) (10 * mean(closeness)),
                        (float) (10 * closeness[0]),
                        (float) (Softmax.logSum(scores.dense()) / 3),
                        (float) (Softmax.logSum(scores.lexical()) / 3),
                        scores.agree() ? 1 : 0
                    },
                    known);
        }

        private static double mean(double[] closeness) {
            int n = Math.min(NEIGHBOURS, closeness.length);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += closeness[i];
            }
            return sum / n;
        }
    }

    /** Trains on two halves crosswise: even rows make one gate, odd rows the other. */
    static ScopeGate train(List<Row> rows) {
        List<DenseHead> halves = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            List<Row> part = new ArrayList<>();
            for (int i = half; i < rows.size(); i += 2) {
                part.add(rows.get(i));
            }
            halves.add(head(part));
        }
        return new ScopeGate(halves);
    }

    private static DenseHead head(List<Row> rows) {
        double foreign = rows.stream().filter(row -> !row.known()).count();
        double weight = (rows.size() - foreign) / TRAINING_ODDS / foreign;
        return DenseHead.train(
                rows.stream().map(Row::signs).toArray(float[][]::new),
                rows.stream().mapToInt(row -> row.known() ? 1 : 0).toArray(),
                rows.stream().mapToDouble(row -> row.known() ? 1 : weight).toArray(),
                2,
                PLAN);
    }

    /** Score of a new text: the mean of both halves. */
    double score(Row row) {
        return (odds(halves.get(0), row) + odds(halves.get(1), row)) / 2;
    }

    /** Score of a training row, by the half that has not seen it. */
    double crossScore(Row row, int position) {
        return odds(halves.get(1 - position % 2), row);
    }

    private static double odds(DenseHead head, Row row) {
        double[] scores = head.scores(row.signs());
        return scores[1] - scores[0];
    }

    static double probability(double score, double foreignShare) {
        double odds = score - Math.log(TRAINING_ODDS) + Math.log((1 - foreignShare) / foreignShare);
        return 1 / (1 + Math.exp(-odds));
    }
}
