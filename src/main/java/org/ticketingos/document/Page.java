package org.ticketingos.document;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read on one page.
 *
 * @param number from 1
 * @param width of the page's picture, in pixels, as {@link Documents#pageImage} gives it
 * @param height of the page's picture, in pixels
 * @param ocr whether the words were recognised from a picture, not taken from a text layer
 * @param words row by row, left to right
 */
public record Page(int number, int width, int height, boolean ocr, List<Word> words) {

    public Page {
        words = List.copyOf(words);
    }

    /** The words line by line: a word that begins below the middle of the one before begins a line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Word before = null;
        for (Word word : words) {
            boolean same = before != null
                    && Math.abs(word.y() + word.height() / 2 - before.y() - before.height() / 2) < before.height() / 2;
            if (same) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + word.text());
            } else {
                lines.add(word.text());
            }
            before = word;
        }
        return lines;
    }
}
