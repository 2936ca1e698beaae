package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ticketingos.document.Papers.WRITER;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real workers, real recognition. */
class DocumentReaderTest {

    private final Room room = new Room(Room.SETTINGS);

    @AfterEach
    void end() {
        room.close();
    }

    @Test
    void a_scanned_invoice_is_recognised_with_its_number_and_amounts() throws Exception {
        Outcome outcome = room.read(WRITER.asScan(Papers.invoice("INV-2026-0417")), "application/pdf");

        assertThat(outcome.status()).isEqualTo(ReadStatus.READ);
        assertThat(outcome.reason()).isEmpty();
        Page page = outcome.pages().get(0);
        assertThat(page.ocr()).isTrue();
        assertThat(page.words())
                .extracting(Word::text)
                .contains("INV-2026-0417", "27AAACB1234F1Z5", "11,422.00", "1,027.98", "13,477.96", "14/07/2026");
        assertThat(page.words()).allSatisfy(word -> assertThat(word.x() + word.width())
                .isBetween(0.0, 1.00001));
        assertThat(outcome.pictures().get(1)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_text_layer_is_taken_as_it_stands() throws Exception {
        Outcome outcome = room.read(WRITER.fromHtml(Papers.invoice("INV-2026-0417")), "application/pdf");

        assertThat(outcome.status()).isEqualTo(ReadStatus.READ);
        Page page = outcome.pages().get(0);
        assertThat(page.ocr()).isFalse();
        assertThat(new Text(outcome.pages()).plain())
                .contains("Invoice number INV-2026-0417", "Net amount 11,422.00", "Total INR 13,477.96");
    }

    @Test
    void a_word_lies_where_the_page_shows_it_in_both_readings() throws Exception {
        String paper = Papers.invoice("INV-2026-0417");
        Page printed = room.read(WRITER.fromHtml(paper), "application/pdf").pages().get(0);
        Page scanned = room.read(WRITER.asScan(paper), "application/pdf").pages().get(0);

        assertThat(scanned.width()).isEqualTo(printed.width());
        for (String text : new String[] {"INV-2026-0417", "13,477.96", "PO-88120", "Description"}) {
            Word there = word(printed, text);
            Word here = word(scanned, text);
            // The scan is turned by half a degree: up to 0.6 % of the page near its edges.
            assertThat(here.x()).isCloseTo(there.x(), within(0.01));
            assertThat(here.y() + here.height() / 2).isCloseTo(there.y() + there.height() / 2, within(0.01));
            assertThat(here.width()).isCloseTo(there.width(), within(0.01));
        }
    }

    @Test
    void a_sideways_page_is_read_as_it_is_seen() throws Exception {
        byte[] turned;
        try (PDDocument document = Loader.loadPDF(WRITER.fromHtml(Papers.invoice("INV-90")))) {
            document.getPage(0).setRotation(90);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            turned = bytes.toByteArray();
        }

        Page page = room.read(turned, "application/pdf").pages().get(0);

        assertThat(page.width()).isGreaterThan(page.height());
        Word number = word(page, "INV-90");
        assertThat(number.height()).as("runs downwards").isGreaterThan(number.width());
        assertThat(number.x()).as("the upper part of the paper lies to the right").isGreaterThan(0.6);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void a_scan_laid_in_the_wrong_way_round_is_read_and_shown_upright(int degrees) throws Exception {
        byte[] turned;
        try (PDDocument document = Loader.loadPDF(WRITER.asScan(Papers.invoice("INV-2026-0417")))) {
            document.getPage(0).setRotation(degrees);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            turned = bytes.toByteArray();
        }

        Outcome outcome = room.read(turned, "application/pdf");

        Page page = outcome.pages().get(0);
        assertThat(word(page, "INV-2026-0417").y()).isLessThan(0.3);
        assertThat(word(page, "13,477.96").x()).isLessThan(0.5);
        BufferedImage shown = Pictures.decoded(outcome.pictures().get(1));
        assertThat(shown.getWidth()).isEqualTo(page.width()).isLessThan(shown.getHeight());
    }

    @Test
    void pictures_are_recognised_and_a_tiff_has_all_its_pages() throws Exception {
        BufferedImage first = Pictures.page(Papers.invoice("PIC-1"), 150);
        BufferedImage second = Pictures.page(Papers.invoice("PIC-2"), 150);

        Outcome png = room.read(Pictures.encoded(first, "png"), "image/png");
        Outcome jpeg = room.read(Pictures.encoded(first, "jpg"), "image/jpeg");
        Outcome tiff = room.read(Pictures.tiff(first, second), "image/tiff");

        assertThat(new Text(png.pages()).plain()).contains("PIC-1", "13,477.96");
        assertThat(new Text(jpeg.pages()).plain()).contains("PIC-1", "13,477.96");
        assertThat(tiff.pages()).hasSize(2);
        assertThat(tiff.pages().get(1).words()).extracting(Word::text).contains("PIC-2");
    }

    @Test
    void what_was_typed_into_a_form_is_read() throws Exception {
        byte[] filled;
        try (PDDocument document = Loader.loadPDF(WRITER.fromHtml("<html><body><p>Order number</p></body></html>"))) {
            var form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            var resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 10 Tf 0 g");
            var field = new PDTextField(form);
            field.setPartialName("order");
            form.getFields().add(field);
            var widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(200, 700, 200, 20));
            widget.setPage(document.getPage(0));
            document.getPage(0).getAnnotations().add(widget);
            field.setValue("PO-4711");
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            filled = bytes.toByteArray();
        }

        Outcome outcome = room.read(filled, "application/pdf");

        assertThat(new Text(outcome.pages()).plain()).contains("Order number", "PO-4711");
    }

    private static Word word(Page page, String text) {
        return page.words().stream()
                .filter(word -> word.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " was not read"));
    }
}
