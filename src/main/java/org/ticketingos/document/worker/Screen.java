package org.ticketingos.document.worker;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures of pages as the screen wants them: an A4 page at 120 dpi, grey where the page has no colour. */
final class Screen {

    static final int DPI = 120;
    private static final int LONG_SIDE = 1404;
    private static final int COLOURFUL = 24;

    private Screen() {}

    /** The size a picture is shown in, in pixels: width and height. */
    static int[] size(int width, int height) {
        double factor = Math.min(1, LONG_SIDE / (double) Math.max(width, height));
        return new int[] {Math.max(1, (int) Math.round(width * factor)), Math.max(1, (int) Math.round(height * factor))
        };
    }

    static byte[] png(BufferedImage picture) throws IOException {
        int[] size = size(picture.getWidth(), picture.getHeight());
        boolean grey = isGrey(picture);
        var shown = new BufferedImage(
                size[0], size[1], grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        var canvas = shown.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, size[0], size[1]);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(Picture.halvedTo(picture, size[0]), 0, 0, size[0], size[1], null);
        canvas.dispose();
        if (grey) {
            coarse(shown);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(shown, "png", bytes);
        return bytes.toByteArray();
    }

    private static boolean isGrey(BufferedImage picture) {
        if (picture.getColorModel().getNumColorComponents() == 1) {
            return true;
        }
        int step = Math.max(1, Math.max(picture.getWidth(), picture.getHeight()) / 200);
        for (int y = 0; y < picture.getHeight(); y += step) {
            for (int x = 0; x < picture.getWidth(); x += step) {
                int rgb = picture.getRGB(x, y);
                int red = rgb >> 16 & 255;
                int green = rgb >> 8 & 255;
                int blue = rgb & 255;
                if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > COLOURFUL) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Rounds to 32 shades: scanner noise cannot be seen, but it triples the size of a PNG. */
    private static void coarse(BufferedImage grey) {
        var raster = grey.getRaster();
        int[] row = new int[grey.getWidth()];
        for (int y = 0; y < grey.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = Math.min(255, (row[x] + 4) / 8 * 8);
            }
            raster.setSamples(0, y, row.length, 1, 0, row);
        }
    }
}
