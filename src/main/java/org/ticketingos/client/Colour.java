package org.ticketingos.client;

import java.util.Locale;

/**
 * A colour on which white text must be readable.
 *
 * @param hex for example {@code #0f6674}
 */
public record Colour(String hex) {

    /** Ours, where a client has chosen none. */
    public static final Colour HOUSE = new Colour("#0f6674");

    /** WCAG 2.2, success criterion 1.4.3, asks for 4.5; that much is left where it stands as text on our grey chips. */
    static final double LEAST_CONTRAST = 5.6;

    public Colour {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!isColour(hex)) {
            throw new IllegalArgumentException("not a colour: " + hex);
        }
    }

    public static boolean isColour(String text) {
        return text.toLowerCase(Locale.ROOT).matches("#[0-9a-f]{6}");
    }

    /** Contrast to white, 1 to 21 (WCAG 2.2). */
    public double contrastToWhite() {
        return 1.05 / (luminance() + 0.05);
    }

    public boolean isReadable() {
        return contrastToWhite() >= LEAST_CONTRAST;
    }

    /** The same hue, darkened no more than white text on it needs. */
    public Colour readable() {
        Colour colour = this;
        for (int share = 99; !colour.isReadable(); share--) {
            colour = new Colour(String.format(
                    "#%02x%02x%02x", part(0) * share / 100, part(1) * share / 100, part(2) * share / 100));
        }
        return colour;
    }

    private double luminance() {
        return 0.2126 * linear(part(0)) + 0.7152 * linear(part(1)) + 0.0722 * linear(part(2));
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private int part(int index) {
        return Integer.parseInt(hex.substring(1 + 2 * index, 3 + 2 * index), 16);
    }
}
