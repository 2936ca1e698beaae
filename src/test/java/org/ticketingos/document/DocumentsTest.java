package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.document.Archive.CLIENT;
import static org.ticketingos.document.Papers.WRITER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.Database;
import org.ticketingos.access.Scope;

class DocumentsTest {

    private final Archive archive = new Archive(Room.SETTINGS);
    private final Documents documents = archive.documents;
    private final String ticket = UUID.randomUUID().toString();

    @AfterEach
    void end() {
        archive.close();
    }

    @Test
    void the_same_file_about_the_same_ticket_is_one_document() {
        Scope.system(() -> {
            byte[] bytes = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

            DocumentRef first = documents.store(CLIENT, ticket, "../list.csv", "text/html", bytes);
            DocumentRef again = documents.store(CLIENT, ticket, "list (2).csv", "text/csv", bytes);
            DocumentRef elsewhere = documents.store(CLIENT, "invoice:A-1", "list.csv", "text/csv", bytes);

            assertThat(again).isEqualTo(first);
            assertThat(elsewhere.id()).isNotEqualTo(first.id());
            assertThat(first.name()).isEqualTo("list.csv");
            assertThat(first.mediaType()).isEqualTo("text/csv");
            assertThat(documents.about(ticket)).containsExactly(first);
            assertThat(documents.bytes(first.id())).isEqualTo(bytes);
        });
    }

    @Test
    void nobody_in_particular_sees_no_document() {
        DocumentRef[] stored = new DocumentRef[1];
        Scope.system(() -> {
            stored[0] = documents.store(CLIENT, ticket, "a.txt", "text/plain", new byte[] {'a'});
        });

        assertThat(documents.find(stored[0].id())).isEmpty();
        assertThat(documents.about(ticket)).isEmpty();
    }

    @Test
    void a_scan_asked_for_is_read_and_told_with_its_text_and_pictures() {
        Scope.system(() -> {
            DocumentRef scan = documents.store(
                    CLIENT, ticket, "scan.pdf", "application/pdf", WRITER.asScan(Papers.invoice("INV-77")));
            assertThat(documents.reading(scan.id()).orElseThrow().status()).isNull();
            documents.requestReading(scan.id());

            assertThat(archive.readingRoom.readNext()).isTrue();

            assertThat(archive.told)
                    .containsExactly(new DocumentRead(scan.id(), CLIENT, ticket, ReadStatus.READ, ""));
            assertThat(documents.text(scan.id()).orElseThrow().plain()).contains("INV-77", "13,477.96");
            assertThat(documents.reading(scan.id()).orElseThrow().pageCount()).isOne();
            assertThat(documents.pageImage(scan.id(), 1).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
            assertThat(documents.pageImage(scan.id(), 2)).isEmpty();
            assertThat(archive.readingRoom.readNext()).isFalse();
        });
    }

    @Test
    void a_page_can_be_looked_at_before_anybody_reads_the_document() {
        Scope.system(() -> {
            DocumentRef pdf = documents.store(
                    CLIENT, ticket, "a.pdf", "application/pdf", WRITER.fromHtml(Papers.invoice("INV-78")));

            assertThat(documents.pageImage(pdf.id(), 1).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
            assertThat(documents.text(pdf.id())).isEmpty();
            assertThat(documents.reading(pdf.id()).orElseThrow().unread()).isEmpty();
        });
    }

    @Test
    void a_place_of_a_scan_is_read_again_from_the_words_known_and_from_the_page_itself() {
        Scope.system(() -> {
            DocumentRef scan = documents.store(
                    CLIENT, ticket, "again.pdf", "application/pdf", WRITER.asScan(Papers.invoice("INV-80")));
            documents.requestReading(scan.id());
            archive.readingRoom.readNext();
            Word number = documents.text(scan.id()).orElseThrow().pages().get(0).words().stream()
                    .filter(word -> word.text().contains("INV-80"))
                    .findFirst()
                    .orElseThrow();
            Area place = Area.within(
                    number.x() - 0.005, number.y() - 0.004, number.width() + 0.01, number.height() + 0.008);

            assertThat(documents.words(scan.id(), 1, place).text()).isEqualTo(number.text());
            Reread again = documents.reread(scan.id(), 1, place);
            assertThat(again.text()).isEqualTo(number.text());
            assertThat(again.confidence()).isGreaterThan(60);
            assertThat(documents.reread(scan.id(), 1, new Area(0.9, 0.95, 0.05, 0.03)).reason())
                    .isEqualTo("No letters were found there.");
            assertThat(documents.reread(scan.id(), 7, place).reason()).isEqualTo("The document has no page 7.");
        });
    }

    @Test
    void an_area_finds_back_to_where_it_was_before_its_page_was_turned() {
        Area area = new Area(0.1, 0.2, 0.3, 0.05);

        assertThat(figures(area.beforeTurn(1))).isEqualTo("0.20 0.60 0.05 0.30");
        assertThat(figures(area.beforeTurn(2))).isEqualTo("0.60 0.75 0.30 0.05");
        assertThat(figures(area.beforeTurn(3))).isEqualTo("0.75 0.10 0.05 0.30");
    }

    private static String figures(Area area) {
        return String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f", area.x(), area.y(), area.width(), area.height());
    }

    @Test
    void a_second_request_is_answered_too_without_reading_again() {
        Scope.system(() -> {
            DocumentRef pdf = documents.store(
                    CLIENT, ticket, "b.pdf", "application/pdf", WRITER.fromHtml(Papers.invoice("INV-79")));
            documents.requestReading(pdf.id());
            documents.requestReading(pdf.id());

            archive.readingRoom.readNext();
            archive.room.close();
            archive.readingRoom.readNext();

            assertThat(archive.told).hasSize(2);
        });
    }

    @Test
    void an_answer_nobody_could_take_is_not_lost() {
        Scope.system(() -> {
            DocumentRef note = documents.store(CLIENT, ticket, "a.txt", "text/plain", new byte[] {'a'});
            documents.requestReading(note.id());
            archive.faults.add(new IllegalStateException("the listener failed"));

            archive.readingRoom.readNext();

            assertThat(archive.told).isEmpty();
            assertThat(documents.reading(note.id()).orElseThrow().status()).isNull();
            assertThat(archive.readingRoom.readNext()).as("not at once again").isFalse();
            archive.jdbc.sql("update document_request set not_before = now() - interval '1 second'").update();
            assertThat(archive.readingRoom.readNext()).isTrue();
            assertThat(archive.told).hasSize(1);
            assertThat(archive.told.get(0).status()).isEqualTo(ReadStatus.UNSUPPORTED);
        });
    }

    @Test
    void a_request_that_is_rolled_back_is_not_answered() {
        Scope.system(() -> {
            DocumentRef note = documents.store(CLIENT, ticket, "a.txt", "text/plain", new byte[] {'b'});
            Database.transactions().executeWithoutResult(status -> {
                documents.requestReading(note.id());
                status.setRollbackOnly();
            });

            assertThat(archive.readingRoom.readNext()).isFalse();
        });
    }

    @Test
    void small_documents_are_read_first() {
        Scope.system(() -> {
            DocumentRef large = documents.store(CLIENT, ticket, "l.txt", "text/plain", new byte[] {'a', 'b', 'c'});
            DocumentRef small = documents.store(CLIENT, ticket, "s.txt", "text/plain", new byte[] {'a'});
            documents.requestReading(large.id());
            documents.requestReading(small.id());

            archive.readingRoom.readNext();
            archive.readingRoom.readNext();

            assertThat(archive.told).extracting(DocumentRead::documentId).containsExactly(small.id(), large.id());
        });
    }

    @Test
    void the_background_reader_wakes_when_the_asking_transaction_commits() {
        Scope.system(() -> {
            archive.readingRoom.start();
            DocumentRef note = documents.store(CLIENT, ticket, "a.txt", "text/plain", new byte[] {'c'});
            Database.transactions().executeWithoutResult(status -> documents.requestReading(note.id()));

            assertThat(archive.heard(Duration.ofSeconds(120))).isTrue();
            assertThat(archive.told).hasSize(1);
        });
    }

    @Test
    void closing_in_the_middle_of_a_document_leaves_it_in_the_queue_unread() {
        Scope.system(() -> {
            archive.readingRoom.start();
            DocumentRef scan =
                    documents.store(CLIENT, ticket, "s.pdf", "application/pdf", WRITER.asScan(Papers.smallPrint()));
            documents.requestReading(scan.id());
            for (int i = 0; i < 600 && archive.room.workers.processes().isEmpty(); i++) {
                assertThat(archive.heard(Duration.ofMillis(50))).isFalse();
            }

            archive.readingRoom.stop();

            assertThat(archive.told).isEmpty();
            assertThat(documents.reading(scan.id()).orElseThrow().status()).isNull();
            assertThat(archive.jdbc
                            .sql("select count(*) from document_request where document_id = ?")
                            .param(scan.id())
                            .query(Integer.class)
                            .single())
                    .isOne();
        });
    }
}
