package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.document.Papers.WRITER;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    void a_page_that_takes_too_long_is_given_up_and_the_next_document_is_read() throws Exception {
        var hasty = new Room(Room.settings(Duration.ofMillis(1)));
        try (hasty) {
            Outcome slow = hasty.read(WRITER.asScan(Papers.invoice("A-1")), "application/pdf");

            assertThat(slow.status()).isEqualTo(ReadStatus.UNREADABLE);
            assertThat(slow.reason()).startsWith("Reading this page took longer");
            assertThat(hasty.workers.deaths()).isEqualTo(1);
        }
    }
}
