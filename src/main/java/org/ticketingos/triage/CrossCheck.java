package org.ticketingos.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Five times, four fifths of the examples teach and the fifth is asked: what comes out sets the temperatures and the
 * gate, and says how good the whole is on texts it has not seen.
 */
final class CrossCheck {

    private static final int FOLDS = 5;

    private final List<Asked> asked = new ArrayList<>();
    private final Mix.Temperatures temperatures;
    private final List<Answer> answers = new ArrayList<>();
    private final @Nullable ScopeGate gate;

    /**
     * @param examples of the labels, in a fixed order
     * @param foreign texts that are none of the labels; may be empty, then there is no gate
     */
    CrossCheck(List<Example> examples, List<Example> foreign, List<String> labels) {
        for (int fold = 0; fold < FOLDS; fold++) {
            ask(fold, examples, foreign, labels);
        }
        List<Asked> known = asked.stream().filter(row -> row.label() >= 0).toList();
        temperatures = Mix.Temperatures.fit(
                known.stream().map(Asked::scores).toList(),
                known.stream().mapToInt(Asked::label).toArray());
        List<ScopeGate.Row> rows = asked.stream().map(this::row).toList();
        gate = foreign.isEmpty() ? null : ScopeGate.train(rows);
        for (int i = 0; i < rows.size(); i++) {
            double inScope = gate == null
                    ? 1
                    : ScopeGate.probability(gate.crossScore(rows.get(i), i), ScopeGate.FOREIGN_SHARE);
            Asked row = asked.get(i);
            answers.add(new Answer(
                    row.example(),
                    row.label(),
                    temperatures.probabilities(row.scores()),
                    inScope,
                    row.closeness()[0]));
        }
    }

    private void ask(int fold, List<Example> examples, List<Example> foreign, List<String> labels) {
        List<Example> teach = new ArrayList<>();
        List<Example> hold = new ArrayList<>();
        int[] seen = new int[labels.size()];
        for (Example example : examples) {
            int n = seen[labels.indexOf(example.label())]++;
            (n % FOLDS == fold ? hold : teach).add(example);
        }
        for (int i = fold; i < foreign.size(); i += FOLDS) {
            hold.add(foreign.get(i));
        }
        Mix mix = Mix.train(teach, labels);
        for (Example example : hold) {
            asked.add(new Asked(
                    example,
                    labels.indexOf(example.label()),
                    mix.scores(example.text(), example.vector()),
                    Neighbours.closeness(teach, example.vector())));
        }
    }

    private ScopeGate.Row row(Asked row) {
        return ScopeGate.Row.of(
                row.scores(), temperatures.probabilities(row.scores()), row.closeness(), row.label() >= 0);
    }

    Mix.Temperatures temperatures() {
        return temperatures;
    }

    @Nullable ScopeGate gate() {
        return gate;
    }

    /** What was answered about each text while it was unknown. */
    List<Answer> answers() {
        return answers;
    }

    /**
     * An answer about a text that was not among the teachers.
     *
     * @param label index of the right label; -1 for foreign texts
     * @param known probability that it is one of ours
     */
    record Answer(Example example, int label, double[] probabilities, double known, double nearest) {}

    private record Asked(Example example, int label, Mix.Scores scores, double[] closeness) {}
}
