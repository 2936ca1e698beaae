package org.ticketingos.document;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes a scan out of a PDF of ours, as an office scanner would; the same PDF always gives the same scan. */
final class Scanner {

    private static final long SEED = 4711;
    private static final int DPI = 200;
    private static final double TURN = Math.toRadians(0.5);
    private static final double NOISE = 6;
    private static final float JPEG_QUALITY = 0.75f;

    private final byte[] pdf;
    private final Random random = new Random(SEED);

    Scanner(byte[] pdf) {
        this.pdf = pdf;
    }

    byte[] scan() {
        try (PDDocument print = Loader.loadPDF(pdf);
                PDDocument scan = new PDDocument()) {
            scan.setDocumentId(SEED);
            var renderer = new PDFRenderer(print);
            for (int page = 0; page < print.getNumberOfPages(); page++) {
                var size = print.getPage(page).getMediaBox();
                var paper = new PDPage(size);
                scan.addPage(paper);
                BufferedImage picture = noisy(turned(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY)));
                var image = JPEGFactory.createFromImage(scan, picture, JPEG_QUALITY, DPI);
                try (var content = new PDPageContentStream(scan, paper)) {
                    content.drawImage(image, 0, 0, size.getWidth(), size.getHeight());
                }
            }
            var bytes = new ByteArrayOutputStream();
            scan.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage turned(BufferedImage page) {
        var turned = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var canvas = turned.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, page.getWidth(), page.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.rotate(TURN, page.getWidth() / 2.0, page.getHeight() / 2.0);
        canvas.drawImage(page, 0, 0, null);
        canvas.dispose();
        return turned;
    }

    private BufferedImage noisy(BufferedImage page) {
        var raster = page.getRaster();
        int[] row = new int[page.getWidth()];
        for (int y = 0; y < page.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = Math.max(20, Math.min(250, (int) (row[x] + random.nextGaussian() * NOISE)));
            }
            raster.setSamples(0, y, row.length, 1, 0, row);
        }
        return page;
    }
}
