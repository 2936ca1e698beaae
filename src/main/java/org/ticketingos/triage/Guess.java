package org.ticketingos.triage;

import java.util.List;
import java.util.Map;

/**
 * What the classifier thinks of one text, with its evidence.
 *
 * @param line code of the most likely service line; {@code none} when nothing can be said
 * @param category the most likely category within that line
 * @param confidence that the line is right and the text one of ours at all, 0 to 100, rounded down
 * @param known probability that the text is one of ours, 0 to 1
 * @param probabilities of all categories, given that it is one of ours
 * @param nearest the three closest known sentences, with closeness 0 to 100
 * @param terms the words that speak most for the category
 * @param mood calm, worried or angry
 */
record Guess(
        String line,
        String category,
        int confidence,
        double known,
        Map<String, Double> probabilities,
        Map<String, Integer> nearest,
        List<String> terms,
        String mood) {

    /** When the classifier cannot be asked: a person decides. */
    static Guess nothing() {
        return new Guess(Seeds.NONE, "", 0, 0, Map.of(), Map.of(), List.of(), "calm");
    }
}
