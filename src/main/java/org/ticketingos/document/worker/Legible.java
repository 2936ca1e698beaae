package org.ticketingos.document.worker;

import java.util.List;
import java.util.regex.Pattern;
import org.ticketingos.document.Word;

/** Tells text from what a font without a character table leaves behind. */
final class Legible {

    private static final double SHARE = 0.6;
    private static final Pattern STRANGE = Pattern.compile("[\\p{Co}\\p{Cc}\\p{Cn}\\x{FFFD}]");
    private static final Pattern LONG_LATIN = Pattern.compile("[A-Za-z]{4,}");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUYaeiouy]");

    private Legible() {}

    static boolean mostly(List<Word> words) {
        long legible = words.stream().filter(word -> word(word.text())).count();
        return legible >= SHARE * words.size();
    }

    private static boolean word(String text) {
        return !STRANGE.matcher(text).find()
                && (!LONG_LATIN.matcher(text).matches() || VOWEL.matcher(text).find());
    }
}
