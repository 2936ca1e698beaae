package org.ticketingos.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** A trained classifier: lines, categories, moods and the gate, with the sentences it learned from. */
final class Kit {

    static final List<String> MOODS = List.of("calm", "worried", "angry");

    private static final int SHOWN = 3;

    private final Map<String, String> lines;
    private final List<String> labels;
    private final List<Example> examples;
    private final Mix requests;
    private final Mix.Temperatures temperatures;
    private final ScopeGate gate;
    private final Mix moods;
    private final Mix.Temperatures moodTemperatures;
    private final String hash;

    private Kit(
            Map<String, String> lines,
            List<Example> examples,
            CrossCheck check,
            List<Example> moodExamples,
            CrossCheck moodCheck,
            String hash) {
        this.lines = lines;
        this.labels = List.copyOf(lines.keySet());
        this.examples = examples;
        this.requests = Mix.train(examples, labels);
        this.temperatures = check.temperatures();
        this.gate = Objects.requireNonNull(check.gate());
        this.moods = Mix.train(moodExamples, MOODS);
        this.moodTemperatures = moodCheck.temperatures();
        this.hash = hash;
    }

    /** Trains from nothing; the same sentences and the same vectors give the same kit. */
    static Kit train(
            List<Seeds.Seed> seeds, List<Seeds.Seed> moodSeeds, Function<String, float[]> embed, String model) {
        Map<String, String> lines = new LinkedHashMap<>();
        List<Example> known = new ArrayList<>();
        List<Example> foreign = new ArrayList<>();
        for (Seeds.Seed seed : seeds) {
            if (seed.line().equals(Seeds.NONE)) {
                foreign.add(example(seed, embed));
            } else {
                lines.put(seed.label(), seed.line());
                known.add(example(seed, embed));
            }
        }
        List<Example> moods =
                moodSeeds.stream().map(seed -> example(seed, embed)).toList();
        return new Kit(
                lines,
                known,
                new CrossCheck(known, foreign, List.copyOf(lines.keySet())),
                moods,
                new CrossCheck(moods, List.of(), MOODS),
                name(seeds, moodSeeds, model));
    }

    /** SHA-256 over the sentence model's hash and all seeds. */
    static String name(List<Seeds.Seed> seeds, List<Seeds.Seed> moodSeeds, String model) {
        StringBuilder all = new StringBuilder(model);
        Stream.concat(seeds.stream(), moodSeeds.stream()).forEach(seed -> all.append('\n')
                .append(seed.line())
                .append('\t')
                .append(seed.label())
                .append('\t')
                .append(seed.text()));
        return Hash.of(all.toString());
    }

    private static Example example(Seeds.Seed seed, Function<String, float[]> embed) {
        return new Example(seed.label(), seed.text(), embed.apply(seed.text()));
    }

    /** Names exactly this kit. */
    String hash() {
        return hash;
    }

    Guess guess(String text, float[] vector) {
        Mix.Scores scores = requests.scores(text, vector);
        double[] p = temperatures.probabilities(scores);
        double known = ScopeGate.probability(
                gate.score(ScopeGate.Row.of(scores, p, Neighbours.closeness(examples, vector), true)),
                ScopeGate.FOREIGN_SHARE);
        Map<String, Double> byLine = new LinkedHashMap<>();
        Map<String, Double> byCategory = new LinkedHashMap<>();
        for (int i = 0; i < p.length; i++) {
            byLine.merge(lines.get(labels.get(i)), p[i], Double::sum);
            byCategory.put(labels.get(i), p[i]);
        }
        String line = byLine.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        String category = best(line, byCategory);
        Map<String, Integer> nearest = new LinkedHashMap<>();
        Neighbours.nearest(examples, vector, SHOWN)
                .forEach(n -> nearest.put(n.example().text(), (int) Math.round(100 * n.closeness())));
        return new Guess(
                line,
                category,
                (int) Math.floor(100 * known * byLine.get(line)),
                known,
                byCategory,
                nearest,
                requests.strongest(text, labels.indexOf(category), SHOWN),
                mood(text, vector));
    }

    private String best(String line, Map<String, Double> byCategory) {
        return labels.stream()
                .filter(label -> lines.get(label).equals(line))
                .max(Comparator.comparingDouble(byCategory::get))
                .orElseThrow();
    }

    private String mood(String text, float[] vector) {
        return MOODS.get(Softmax.best(moodTemperatures.probabilities(moods.scores(text, vector))));
    }
}
