package org.ticketingos.document;

/**
 * A word where it stands on its page.
 *
 * @param x left edge, {@code y} top edge; these and the sizes are fractions of the page's width and height
 * @param confidence 0 to 100 as the reader gives it; 100 for a text layer
 */
public record Word(String text, double x, double y, double width, double height, int confidence) {

    /** No word on paper is longer; what is, is no word, and would keep those busy who look for numbers in it. */
    private static final int LONGEST = 200;

    public Word {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
