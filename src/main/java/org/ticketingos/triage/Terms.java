package org.ticketingos.triage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a text as a classifier without understanding sees them: words, pairs, and pieces of words. */
final class Terms {

    private static final Pattern URL = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}0!?@# ]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final float PIECE_WEIGHT = 0.5f;

    private Terms() {}

    /** Lower case, links and digits made alike, and only what carries meaning kept. */
    static String normalise(String text) {
        String plain = URL.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("url");
        plain = DIGIT.matcher(plain).replaceAll(" 0");
        plain = OTHER.matcher(plain).replaceAll(" ");
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /** How often each term occurs. */
    static Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String before = "";
        for (String word : normalise(text).split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            counts.merge("w " + word, 1, Integer::sum);
            if (!before.isEmpty()) {
                counts.merge("p " + before + " " + word, 1, Integer::sum);
            }
            before = word;
            pieces("<" + word + ">", counts);
        }
        return counts;
    }

    private static void pieces(String word, Map<String, Integer> counts) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                counts.merge("c " + word.substring(from, from + length), 1, Integer::sum);
            }
        }
    }

    static float weight(String term) {
        return term.startsWith("c ") ? PIECE_WEIGHT : 1;
    }

    /** A term as people read it; the empty string for a piece of a word. */
    static String readable(String term) {
        return term.startsWith("c ") ? "" : term.substring(2);
    }
}
