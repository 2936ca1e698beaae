package org.ticketingos.ui.inbox;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What stands where a file should be shown that cannot be drawn, whatever it is called. */
final class NoPicture {

    private static final int WIDTH = 421;
    private static final int HEIGHT = 91;

    /** A picture that says so. */
    static final byte[] PNG = drawn();

    /** Tells in the browser whether a picture that has come is this one, by a size no page is drawn in. */
    static final String IS_IT =
            "event.target.naturalWidth === %d && event.target.naturalHeight === %d".formatted(WIDTH, HEIGHT);

    private NoPicture() {}

    private static byte[] drawn() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(new Color(0x52606e));
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        pen.drawString("This file cannot be drawn.", 24, 42);
        pen.drawString("Download it to look at it.", 24, 72);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
