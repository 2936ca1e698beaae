package org.ticketingos.ui.shell;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.html.Image;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A QR code as a drawing of its own, dark on white whatever the screen looks like: cameras read nothing else. */
final class QrCode extends Image {

    QrCode(String text, String meaning) {
        super("data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(drawing(text).getBytes(StandardCharsets.UTF_8)), meaning);
        addClassName("qr-code");
    }

    static String drawing(String text) {
        BitMatrix dots;
        try {
            dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        int side = dots.getWidth();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>""".formatted(side, path);
    }
}
