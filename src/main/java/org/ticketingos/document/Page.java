package org.ticketingos.document;

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
}
