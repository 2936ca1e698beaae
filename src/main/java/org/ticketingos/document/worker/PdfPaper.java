package org.ticketingos.document.worker;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.ticketingos.document.Area;
import org.ticketingos.document.Page;
import org.ticketingos.document.ReadStatus;

/** A PDF: words from its text layer where a page has a usable one, else recognised from the page drawn at 300 dpi. */
final class PdfPaper implements Paper {

    private static final int READING_DPI = 300;
    private static final int PART_DPI = 400;
    private static final int LOWEST_DPI = 36;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final Upright upright;

    private PdfPaper(PDDocument document, Recogniser recogniser) {
        this.document = document;
        this.renderer = new PDFRenderer(document);
        this.renderer.setSubsamplingAllowed(true);
        this.upright = new Upright(recogniser);
    }

    static PdfPaper open(byte[] bytes, Recogniser recogniser) throws IOException, CannotRead {
        try {
            PDDocument document = Loader.loadPDF(bytes);
            if (document.getNumberOfPages() == 0) {
                throw new CannotRead(ReadStatus.UNREADABLE, "The PDF has no pages.");
            }
            PdfForm.flatten(document);
            return new PdfPaper(document, recogniser);
        } catch (InvalidPasswordException e) {
            throw new CannotRead(
                    ReadStatus.ENCRYPTED, "The PDF is locked with a password. Please send a copy without one.");
        }
    }

    static CannotRead notRead() {
        return new CannotRead(ReadStatus.TOO_LARGE, "Not read: only the first scanned pages are.");
    }

    @Override
    public int pages() {
        return document.getNumberOfPages();
    }

    @Override
    public Page read(int number, boolean mayRecognise) throws IOException, CannotRead {
        PDPage page = document.getPage(number - 1);
        double[] points = points(page);
        int[] shown = Screen.size((int) (points[0] * Screen.DPI / 72), (int) (points[1] * Screen.DPI / 72));
        TextLayer layer = TextLayer.of(document, number);
        if (layer.usable()) {
            return new Page(number, shown[0], shown[1], false, layer.words());
        }
        if (!mayRecognise) {
            throw notRead();
        }
        return upright.read(number, Picture.forReading(render(number, READING_DPI, ImageType.GRAY)), shown);
    }

    @Override
    public byte[] draw(int number) throws IOException, CannotRead {
        return Screen.png(upright.turned(number, render(number, Screen.DPI, ImageType.RGB)));
    }

    @Override
    public double shape(int number) throws CannotRead {
        double[] points = points(document.getPage(number - 1));
        return points[0] / points[1];
    }

    /** Only the part is drawn, so that 400 dpi of it cost less than 150 dpi of the page. */
    @Override
    public BufferedImage part(int number, Area area) throws IOException, CannotRead {
        PDPage page = document.getPage(number - 1);
        double[] points = points(page);
        PageImages.check(page);
        float scale = PART_DPI / 72f;
        double width = points[0] * scale;
        double height = points[1] * scale;
        Limits.checkPixels((long) (width * area.width()), (long) (height * area.height()));
        var part = new BufferedImage(
                Math.max(1, (int) Math.ceil(width * area.width())),
                Math.max(1, (int) Math.ceil(height * area.height())),
                BufferedImage.TYPE_BYTE_GRAY);
        var canvas = part.createGraphics();
        canvas.setBackground(Color.WHITE);
        canvas.clearRect(0, 0, part.getWidth(), part.getHeight());
        canvas.translate(-width * area.x(), -height * area.y());
        renderer.renderPageToGraphics(number - 1, canvas, scale);
        canvas.dispose();
        return part;
    }

    private BufferedImage render(int number, int dpi, ImageType type) throws IOException, CannotRead {
        PDPage page = document.getPage(number - 1);
        double[] points = points(page);
        double most = Math.sqrt(Limits.PIXELS / (points[0] * points[1])) * 72;
        if (most < LOWEST_DPI) {
            throw new CannotRead(
                    ReadStatus.TOO_LARGE,
                    "The page measures %.0f x %.0f cm; that is too large to read."
                            .formatted(points[0] / 72 * 2.54, points[1] / 72 * 2.54));
        }
        PageImages.check(page);
        return renderer.renderImageWithDPI(number - 1, (float) Math.min(dpi, most), type);
    }

    /** Width and height as seen, in points. */
    private static double[] points(PDPage page) throws CannotRead {
        PDRectangle box = page.getCropBox();
        double width = box.getWidth();
        double height = box.getHeight();
        if (!(width >= 1 && height >= 1)) {
            throw new CannotRead(ReadStatus.UNREADABLE, "The page has no size.");
        }
        return page.getRotation() % 180 == 0 ? new double[] {width, height} : new double[] {height, width};
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
