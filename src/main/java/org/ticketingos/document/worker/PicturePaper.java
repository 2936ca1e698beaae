package org.ticketingos.document.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.ticketingos.document.Area;
import org.ticketingos.document.Page;
import org.ticketingos.document.ReadStatus;

/** A scan or photo as PNG, JPEG or TIFF; a TIFF may have several pages. Sizes are checked before decoding. */
final class PicturePaper implements Paper {

    private static final int TOO_SMALL = 16;

    private final ImageReader reader;
    private final ImageInputStream input;
    private final Upright upright;
    private int decoded;
    private @Nullable BufferedImage last;

    private PicturePaper(ImageReader reader, ImageInputStream input, Recogniser recogniser) {
        this.reader = reader;
        this.input = input;
        this.upright = new Upright(recogniser);
    }

    static PicturePaper open(byte[] bytes, String mediaType, Recogniser recogniser) throws IOException, CannotRead {
        ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes));
        ImageReader reader = jdkReader(mediaType);
        reader.setInput(input, false, true);
        var paper = new PicturePaper(reader, input, recogniser);
        paper.check(1);
        return paper;
    }

    /** The JDK's own reader: Tess4J brings a TIFF reader that takes the slot but fails on more files. */
    private static ImageReader jdkReader(String mediaType) throws CannotRead {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new CannotRead(ReadStatus.UNSUPPORTED, "Pictures of this kind are not read.");
    }

    @Override
    public int pages() throws IOException {
        return Math.max(1, reader.getNumImages(true));
    }

    @Override
    public Page read(int number, boolean mayRecognise) throws IOException, CannotRead {
        if (!mayRecognise) {
            throw PdfPaper.notRead();
        }
        BufferedImage picture = decode(number);
        int[] shown = Screen.size(picture.getWidth(), picture.getHeight());
        return upright.read(number, Picture.forReading(picture), shown);
    }

    @Override
    public byte[] draw(int number) throws IOException, CannotRead {
        return Screen.png(upright.turned(number, decode(number)));
    }

    @Override
    public double shape(int number) throws IOException {
        return reader.getWidth(number - 1) / (double) reader.getHeight(number - 1);
    }

    @Override
    public BufferedImage part(int number, Area area) throws IOException, CannotRead {
        return Picture.part(Picture.grey(decode(number)), area);
    }

    private BufferedImage decode(int number) throws IOException, CannotRead {
        if (last == null || decoded != number) {
            check(number);
            last = null;
            last = reader.read(number - 1);
            decoded = number;
        }
        return last;
    }

    private void check(int number) throws IOException, CannotRead {
        int width = reader.getWidth(number - 1);
        int height = reader.getHeight(number - 1);
        Limits.checkPixels(width, height);
        if (width < TOO_SMALL || height < TOO_SMALL) {
            throw new CannotRead(ReadStatus.UNREADABLE, "The picture is too small to hold any text.");
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
