package org.ticketingos.document.worker;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import org.ticketingos.document.Area;
import org.ticketingos.document.Page;

/** An opened file with pages. */
interface Paper extends Closeable {

    int pages() throws IOException;

    /** Reads a page; {@code mayRecognise} false refuses pages that would need recognition. */
    Page read(int number, boolean mayRecognise) throws IOException, CannotRead;

    /** Draws a page as a PNG for the screen. */
    byte[] draw(int number) throws IOException, CannotRead;

    /** Width by height of a page as it lies in the file. */
    double shape(int number) throws IOException, CannotRead;

    /** One part of a page as it lies in the file, grey and large. */
    BufferedImage part(int number, Area area) throws IOException, CannotRead;

    static Paper open(byte[] bytes, String mediaType, Recogniser recogniser) throws IOException, CannotRead {
        return mediaType.equals("application/pdf")
                ? PdfPaper.open(bytes, recogniser)
                : PicturePaper.open(bytes, mediaType, recogniser);
    }
}
