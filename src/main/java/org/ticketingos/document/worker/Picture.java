package org.ticketingos.document.worker;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.ticketingos.document.Area;

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

    static BufferedImage grey(BufferedImage picture) {
        return picture.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? picture
                : drawn(picture, picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    }

    static BufferedImage part(BufferedImage picture, Area area) {
        int x = (int) (area.x() * picture.getWidth());
        int y = (int) (area.y() * picture.getHeight());
        int width = Math.max(1, Math.min(picture.getWidth() - x, (int) Math.ceil(area.width() * picture.getWidth())));
        int height =
                Math.max(1, Math.min(picture.getHeight() - y, (int) Math.ceil(area.height() * picture.getHeight())));
        return drawn(picture.getSubimage(x, y, width, height), width, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** On white, with a margin, and as many times larger as asked for. */
    static BufferedImage framed(BufferedImage grey, int margin, int times) {
        var framed = new BufferedImage(
                grey.getWidth() * times + 2 * margin,
                grey.getHeight() * times + 2 * margin,
                BufferedImage.TYPE_BYTE_GRAY);
        var canvas = framed.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, framed.getWidth(), framed.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(grey, margin, margin, grey.getWidth() * times, grey.getHeight() * times, null);
        canvas.dispose();
        return framed;
    }

    /** Turned clockwise by quarters. */
    static BufferedImage turned(BufferedImage picture, int quarters) {
        if (quarters == 0) {
            return picture;
        }
        boolean upright = quarters % 2 == 0;
        int width = upright ? picture.getWidth() : picture.getHeight();
        int height = upright ? picture.getHeight() : picture.getWidth();
        var turned = new BufferedImage(width, height, type(picture));
        var canvas = turned.createGraphics();
        canvas.translate(width / 2.0, height / 2.0);
        canvas.rotate(quarters * Math.PI / 2);
        canvas.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        return turned;
    }

    /** Halves as long as the width stays above the wanted one, so that thin strokes survive the last step. */
    static BufferedImage halvedTo(BufferedImage picture, int wanted) {
        BufferedImage half = picture;
        while (half.getWidth() >= 2 * wanted && half.getHeight() > 1) {
            half = drawn(half, half.getWidth() / 2, half.getHeight() / 2, type(picture));
        }
        return half;
    }

    private static int type(BufferedImage picture) {
        return picture.getColorModel().getNumColorComponents() == 1
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_INT_RGB;
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
