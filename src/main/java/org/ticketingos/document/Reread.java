package org.ticketingos.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one place of a page says when it is looked at again.
 *
 * @param text empty when nothing was found
 * @param confidence of the worst-read word, 0 to 100
 * @param reason why there is no text, in a sentence; empty when there is
 */
public record Reread(String text, int confidence, String reason) {

    static Reread of(List<Word> words) {
        return words.isEmpty()
                ? failed("No letters were found there.")
                : new Reread(
                        words.stream().map(Word::text).collect(Collectors.joining(" ")),
                        words.stream().mapToInt(Word::confidence).min().orElse(0),
                        "");
    }

    public static Reread failed(String reason) {
        return new Reread("", 0, reason);
    }
}
