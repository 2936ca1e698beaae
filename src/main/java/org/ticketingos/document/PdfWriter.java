package org.ticketingos.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Writes our own PDFs from XHTML: fonts embedded (DejaVu Sans Condensed, with the rupee sign), nothing fetched. */
@Component
public class PdfWriter {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";
    private static final String FAMILY = "DejaVu Sans Condensed";
    private static final String HOUSE_STYLE = "<style>@page { size: A4; margin: 18mm; } body { font-family: '"
            + FAMILY + "'; font-size: 9pt; }</style>";

    static {
        XRLog.setLoggingEnabled(false);
    }

    public PdfWriter() {}

    /** The page as A4 portrait in the house font, unless its own style says otherwise. */
    public byte[] fromHtml(String xhtml) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(() -> font(".ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font("-Oblique.ttf"), FAMILY, 400, FontStyle.ITALIC, true);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withHtmlContent(dressed(xhtml), null);
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same pages as if printed and scanned: pictures only, grey, 200 dpi, slightly turned and noisy. */
    public byte[] asScan(String xhtml) {
        return new Scanner(fromHtml(xhtml)).scan();
    }

    private static String dressed(String xhtml) {
        return xhtml.contains("<head>")
                ? xhtml.replaceFirst("<head>", "<head>" + HOUSE_STYLE)
                : xhtml.replaceFirst("<head\\s*/>", "").replaceFirst("(<html[^>]*>)", "$1<head>" + HOUSE_STYLE + "</head>");
    }

    private static InputStream font(String style) {
        InputStream font = PdfWriter.class.getResourceAsStream(FONTS + style);
        if (font == null) {
            throw new IllegalStateException("the fonts are not on the class path");
        }
        return font;
    }
}
