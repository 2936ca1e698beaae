package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.document.Papers.WRITER;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfWriterTest {

    @Test
    void rupee_amounts_are_written_with_an_embedded_font() throws IOException {
        byte[] pdf = WRITER.fromHtml("<html><head/><body><p>Total <b>₹ 12,34,567.50</b></p></body></html>");

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("₹ 12,34,567.50");
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void nothing_is_fetched_for_a_picture_or_a_style_sheet() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String address = "http://127.0.0.1:" + server.getLocalPort();

            byte[] pdf = WRITER.fromHtml("<html><head><link rel='stylesheet' href='" + address + "/a.css'/></head><body>"
                    + "<img src='" + address + "/a.png'/><img src='file:///etc/hostname'/>still here</body></html>");

            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains("still here");
            }
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_scan_has_pictures_but_no_text() throws IOException {
        byte[] scan = WRITER.asScan(Papers.invoice("INV-2026-0417"));

        try (var document = Loader.loadPDF(scan)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document)).isBlank();
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
        assertThat(Arrays.equals(scan, WRITER.asScan(Papers.invoice("INV-2026-0417")))).isTrue();
    }
}
