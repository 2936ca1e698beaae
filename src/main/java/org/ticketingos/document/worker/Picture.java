package org.ticketingos.document.worker;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** What is done to pictures before they are read. */
final class Picture {

    /** documents.md 7: halve once when the short side has this many pixels or more. */
    private static final int LARGE = 3200;

    private Picture() {}

    /** Grey on white, one byte a pixel without gaps; halved once if large. */
    static BufferedImage forReading(BufferedImage picture) {
        boolean large = Math.min(picture.getWidth(), picture.getHeight()) >= LARGE;
        if (!large && picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return picture;
        }
        int part = large ? 2 : 1;
        return drawn(picture, picture.getWidth() / part, picture.getHeight() / part, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** Halves as long as the width stays above the wanted one, so that thin strokes survive the last step. */
    static BufferedImage halvedTo(BufferedImage picture, int wanted) {
        BufferedImage half = picture;
        int type = picture.getColorModel().getNumColorComponents() == 1
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_INT_RGB;
        while (half.getWidth() >= 2 * wanted && half.getHeight() > 1) {
            half = drawn(half, half.getWidth() / 2, half.getHeight() / 2, type);
        }
        return half;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, int type) {
        var drawn = new BufferedImage(width, height, type);
        var canvas = drawn.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return drawn;
    }
}
