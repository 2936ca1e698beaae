package org.ticketingos.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Multinomial logistic regression on terms, trained by AdaGrad row by row; the same rows give the same head. */
final class LexicalHead {

    private static final double RATE = 0.5;
    private static final double BIAS_RATE = 0.1;
    private static final double EPSILON = 1e-4;

    private final int classes;
    private final Map<String, Integer> vocabulary;
    private final float[] idf;
    private final float[] weights;
    private final float[] bias;

    private LexicalHead(int classes, Map<String, Integer> vocabulary, float[] idf) {
        this.classes = classes;
        this.vocabulary = vocabulary;
        this.idf = idf;
        this.weights = new float[vocabulary.size() * classes];
        this.bias = new float[classes];
    }

    static LexicalHead train(List<String> texts, int[] labels, int classes, int epochs, long seed) {
        List<Map<String, Integer>> counts = texts.stream().map(Terms::count).toList();
        Map<String, Integer> vocabulary = new HashMap<>();
        List<Integer> documents = new ArrayList<>();
        for (Map<String, Integer> row : counts) {
            for (String term : row.keySet()) {
                int index = vocabulary.computeIfAbsent(term, added -> {
                    documents.add(0);
                    return documents.size() - 1;
                });
                documents.set(index, documents.get(index) + 1);
            }
        }
        float[] idf = new float[documents.size()];
        for (int i = 0; i < idf.length; i++) {
            idf[i] = (float) (Math.log((1.0 + texts.size()) / (1 + documents.get(i))) + 1);
        }
        LexicalHead head = new LexicalHead(classes, vocabulary, idf);
        head.learn(counts.stream().map(head::row).toList(), labels, epochs, seed);
        return head;
    }

    double[] scores(String text) {
        return scores(row(Terms.count(text)));
    }

    /** The readable terms of a text that speak most for a class, the strongest first. */
    List<String> strongest(String text, int label, int most) {
        Row row = row(Terms.count(text));
        Map<Integer, String> names = new HashMap<>();
        Terms.count(text).keySet().forEach(term -> {
            Integer index = vocabulary.get(term);
            if (index != null) {
                names.put(index, Terms.readable(term));
            }
        });
        record Part(String term, float share) {}
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < row.terms().length; i++) {
            String name = names.getOrDefault(row.terms()[i], "");
            float share = row.values()[i] * weights[row.terms()[i] * classes + label];
            if (!name.isEmpty() && share > 0) {
                parts.add(new Part(name, share));
            }
        }
        parts.sort(Comparator.comparingDouble(part -> -part.share()));
        return parts.stream().limit(most).map(Part::term).toList();
    }

    private void learn(List<Row> rows, int[] labels, int epochs, long seed) {
        float[] squares = new float[weights.length];
        float[] biasSquares = new float[classes];
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            DenseHead.shuffle(order, random);
            for (int i : order) {
                learn(rows.get(i), labels[i], squares, biasSquares);
            }
        }
    }

    private void learn(Row row, int label, float[] squares, float[] biasSquares) {
        double[] p = Softmax.of(scores(row));
        for (int c = 0; c < classes; c++) {
            double error = p[c] - (c == label ? 1 : 0);
            for (int i = 0; i < row.terms().length; i++) {
                int at = row.terms()[i] * classes + c;
                double g = error * row.values()[i];
                squares[at] += (float) (g * g);
                weights[at] -= (float) (RATE * g / (Math.sqrt(squares[at]) + EPSILON));
            }
            biasSquares[c] += (float) (error * error);
            bias[c] -= (float) (BIAS_RATE * error / (Math.sqrt(biasSquares[c]) + EPSILON));
        }
    }

    private double[] scores(Row row) {
        double[] scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            scores[c] = bias[c];
        }
        for (int i = 0; i < row.terms().length; i++) {
            for (int c = 0; c < classes; c++) {
                scores[c] += row.values()[i] * weights[row.terms()[i] * classes + c];
            }
        }
        return scores;
    }

    /** Known terms with their values, as a unit vector, in the order of their index. */
    private Row row(Map<String, Integer> counts) {
        int[] terms = counts.keySet().stream()
                .filter(vocabulary::containsKey)
                .mapToInt(vocabulary::get)
                .sorted()
                .toArray();
        float[] values = new float[terms.length];
        double length = 0;
        for (Map.Entry<String, Integer> term : counts.entrySet()) {
            Integer index = vocabulary.get(term.getKey());
            if (index != null) {
                double frequency = 1 + Math.log(term.getValue() + 1.0);
                values[Arrays.binarySearch(terms, index)] =
                        (float) (frequency * idf[index] * Terms.weight(term.getKey()));
            }
        }
        for (float value : values) {
            length += value * value;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(length, 1e-24)));
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return new Row(terms, values);
    }

    private record Row(int[] terms, float[] values) {}
}
