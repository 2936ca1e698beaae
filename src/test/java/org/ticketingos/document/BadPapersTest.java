package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.document.Papers.WRITER;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every bad file ends in a status and a sentence; none of them takes the worker down. */
class BadPapersTest {

    private static final Room ROOM = new Room(Room.SETTINGS);

    @AfterAll
    static void end() {
        assertThat(ROOM.workers.deaths()).isZero();
        ROOM.close();
    }

    @Test
    void a_locked_pdf_asks_for_an_open_copy() throws Exception {
        try (PDDocument document = Loader.loadPDF(WRITER.fromHtml(Papers.invoice("A-1")))) {
            var lock = new StandardProtectionPolicy("owner", "secret", new AccessPermission());
            lock.setEncryptionKeyLength(256);
            document.protect(lock);

            assertThat(ROOM.read(saved(document), "application/pdf"))
                    .isEqualTo(Outcome.none(
                            ReadStatus.ENCRYPTED,
                            "The PDF is locked with a password. Please send a copy without one."));
        }
    }

    @Test
    void a_pdf_that_only_forbids_copying_is_read() throws Exception {
        try (PDDocument document = Loader.loadPDF(WRITER.fromHtml(Papers.invoice("A-2")))) {
            var may = new AccessPermission();
            may.setCanExtractContent(false);
            document.protect(new StandardProtectionPolicy("owner", "", may));

            assertThat(ROOM.read(saved(document), "application/pdf").status()).isEqualTo(ReadStatus.READ);
        }
    }

    @Test
    void a_broken_pdf_says_that_it_is_damaged() throws Exception {
        byte[] noise = ("%PDF-1.7\n" + "no objects here ".repeat(100)).getBytes(StandardCharsets.US_ASCII);

        assertThat(ROOM.read(noise, "application/pdf"))
                .isEqualTo(Outcome.none(ReadStatus.UNREADABLE, "The file is damaged and cannot be opened."));
    }

    @Test
    void half_a_pdf_is_never_taken_for_a_whole_one() throws Exception {
        byte[] scan = WRITER.asScan(Papers.invoice("A-3"));

        Outcome outcome = ROOM.read(Arrays.copyOf(scan, scan.length / 2), "application/pdf");

        assertThat(outcome.status()).isEqualTo(ReadStatus.UNREADABLE);
        assertThat(outcome.reason()).isNotEmpty();
    }

    @Test
    void a_picture_above_40_megapixels_is_refused_before_it_is_decoded() throws Exception {
        Outcome large = ROOM.read(Pictures.pngThatClaims(8000, 6000), "image/png");
        Outcome allowed = ROOM.read(Pictures.pngThatClaims(8000, 5000), "image/png");

        assertThat(large)
                .isEqualTo(Outcome.none(
                        ReadStatus.TOO_LARGE,
                        "The picture is 8,000 x 6,000 points; at most 40 million points are read."));
        assertThat(allowed.status()).as("decoded, and found empty").isEqualTo(ReadStatus.UNREADABLE);
    }

    @Test
    void a_pdf_page_with_a_giant_picture_is_refused_before_it_is_decoded() throws Exception {
        try (PDDocument document = Loader.loadPDF(WRITER.asScan(Papers.invoice("A-4")))) {
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                resources.getXObject(name).getCOSObject().setInt(COSName.WIDTH, 100_000);
            }

            Outcome outcome = ROOM.read(saved(document), "application/pdf");

            assertThat(outcome.status()).isEqualTo(ReadStatus.UNREADABLE);
            assertThat(outcome.reason()).startsWith("The picture is 100,000 x ");
        }
    }

    @Test
    void a_page_as_large_as_a_house_is_refused() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(200_000, 200_000)));

            Outcome outcome = ROOM.read(saved(document), "application/pdf");

            assertThat(outcome.status()).isEqualTo(ReadStatus.UNREADABLE);
            assertThat(outcome.reason()).isEqualTo("The page measures 7056 x 7056 cm; that is too large to read.");
        }
    }

    @Test
    void of_a_long_scan_the_pages_beyond_the_limit_are_flagged_not_lost() throws Exception {
        Outcome outcome = ROOM.read(copies(WRITER.asScan(Papers.invoice("A-5")), 5), "application/pdf");

        assertThat(outcome.status()).isEqualTo(ReadStatus.READ);
        assertThat(outcome.pageCount()).isEqualTo(5);
        assertThat(outcome.pages()).extracting(Page::number).containsExactly(1, 2, 3);
        assertThat(outcome.unread()).containsOnlyKeys(4, 5);
        assertThat(outcome.reason())
                .isEqualTo("2 of 5 pages were not read, from page 4 on: Not read: only the first scanned pages are.");
    }

    @Test
    void pages_with_a_text_layer_do_not_count_against_that_limit() throws Exception {
        Outcome outcome = ROOM.read(copies(WRITER.fromHtml(Papers.invoice("A-6")), 12), "application/pdf");

        assertThat(outcome.pages()).hasSize(12);
        assertThat(outcome.reason()).isEmpty();
    }

    @Test
    void more_than_500_pages_are_not_begun() throws Exception {
        try (var document = new PDDocument()) {
            for (int i = 0; i < 501; i++) {
                document.addPage(new PDPage());
            }

            assertThat(ROOM.read(saved(document), "application/pdf"))
                    .isEqualTo(Outcome.none(
                            ReadStatus.TOO_LARGE, "The file has 501 pages; at most 500 are read."));
        }
    }

    @Test
    void a_blank_page_says_that_there_was_no_text() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));

            Outcome outcome = ROOM.read(saved(document), "application/pdf");

            assertThat(outcome.status()).isEqualTo(ReadStatus.UNREADABLE);
            assertThat(outcome.reason()).startsWith("No text was found");
        }
    }

    @Test
    void an_archive_is_not_opened() throws Exception {
        assertThat(ROOM.read(new byte[] {'P', 'K', 3, 4}, "application/zip").status())
                .isEqualTo(ReadStatus.UNSUPPORTED);
    }

    @Test
    void an_invisible_text_layer_over_a_scan_is_not_believed() throws Exception {
        try (PDDocument document = Loader.loadPDF(WRITER.fromHtml(Papers.invoice("LIE-1").replace("13,477.96", "1.00")))) {
            var page = document.getPage(0);
            var picture = LosslessFactory.createFromImage(
                    document, Pictures.page(Papers.invoice("TRUE-1"), 200));
            try (var content = new PDPageContentStream(
                    document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.drawImage(picture, 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
            }

            Outcome outcome = ROOM.read(saved(document), "application/pdf");

            assertThat(outcome.pages().get(0).ocr()).isTrue();
            assertThat(new Text(outcome.pages()).plain()).contains("TRUE-1", "13,477.96").doesNotContain("LIE-1");
        }
    }

    private static byte[] copies(byte[] pdf, int copies) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i < copies; i++) {
                document.importPage(document.getPage(0));
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws Exception {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
