package org.ticketingos.triage;

import java.util.Comparator;
import java.util.List;

/** Known texts that are closest in meaning. */
final class Neighbours {

    private Neighbours() {}

    /** A known text and its cosine to the one asked about. */
    record Neighbour(Example example, double closeness) {}

    static List<Neighbour> nearest(List<Example> examples, float[] vector, int most) {
        return examples.stream()
                .map(example -> new Neighbour(example, example.closeness(vector)))
                .sorted(Comparator.comparingDouble(neighbour -> -neighbour.closeness()))
                .limit(most)
                .toList();
    }

    /** Cosines to all examples, the nearest first. */
    static double[] closeness(List<Example> examples, float[] vector) {
        double[] all = examples.stream()
                .mapToDouble(example -> -example.closeness(vector))
                .sorted()
                .toArray();
        for (int i = 0; i < all.length; i++) {
            all[i] = -all[i];
        }
        return all;
    }
}
