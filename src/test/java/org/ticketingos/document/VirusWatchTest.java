package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Wired;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Attachment;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.client.ClientId;
import org.ticketingos.language.Refused;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class VirusWatchTest {

    private static FakeClamd clamd;
    private static AnnotationConfigApplicationContext beans;
    private static final List<DocumentRead> answers = new ArrayList<>();

    private final VirusWatch watch = beans.getBean(VirusWatch.class);
    private final Documents documents = beans.getBean(Documents.class);
    private final Conversation conversation = beans.getBean(Conversation.class);
    private final Tickets tickets = beans.getBean(Tickets.class);
    private final JdbcClient jdbc = beans.getBean(JdbcClient.class);
    private final Wired.Hands clock = beans.getBean(Wired.Hands.class);
    private ClientId client;

    @BeforeAll
    static void house() throws IOException {
        clamd = new FakeClamd(0);
        beans = Wired.modules("org.ticketingos.access", "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.document",
                "org.ticketingos.channel");
        beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of(
                "ticketingos.scanner.address", "localhost:" + clamd.port(), "ticketingos.scanner.patience", "5s")));
        beans.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof DocumentRead read) {
                answers.add(read);
            }
        });
        beans.refresh();
        beans.stop();
    }

    @AfterAll
    static void close() throws IOException {
        beans.close();
        clamd.close();
    }

    @BeforeEach
    void a_client() {
        String id = "scan-" + UUID.randomUUID().toString().substring(0, 12);
        client = new ClientId(id);
        Scope.system(() -> {
            jdbc.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values (?, 'Paper Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@paper.example')""")
                    .param(id)
                    .update();
            jdbc.sql("update document set scan = 'OFF' where scan = 'WAITING'").update();
            jdbc.sql("delete from document_request").update();
        });
        clamd.files.clear();
        clamd.pieces.clear();
        clamd.most = Long.MAX_VALUE;
        clamd.dies = false;
        answers.clear();
        clock.set(clock.instant().plus(Duration.ofHours(2)));
    }

    @AfterEach
    void leave() {
        LoggedIn.nobody();
    }

    @Test
    void a_file_goes_to_the_scanner_piece_by_piece_and_is_free_when_it_is_clean() {
        byte[] bytes = new byte[700_000];
        new Random(7).nextBytes(bytes);
        DocumentRef file = paper(arrive("big.bin", bytes), 0);
        assertThat(file.scan()).isEqualTo(ScanState.WAITING);
        assertThatThrownBy(() -> in(() -> documents.bytes(file.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not yet checked");

        checkAll();

        assertThat(clamd.files).singleElement().isEqualTo(bytes);
        assertThat(clamd.pieces).containsExactly(3);
        assertThat(in(() -> documents.bytes(file.id()))).isEqualTo(bytes);
    }

    @Test
    void an_infected_file_is_never_shown_or_sent_and_everybody_learns_it_in_words() {
        TicketId ticket = arrive("bill.pdf", FakeClamd.EICAR.getBytes(StandardCharsets.US_ASCII));
        checkAll();
        DocumentRef file = paper(ticket, 0);

        assertThat(file).extracting(DocumentRef::scan, DocumentRef::finding)
                .containsExactly(ScanState.INFECTED, "Eicar-Test-Signature");
        assertThatThrownBy(() -> in(() -> documents.bytes(file.id())))
                .hasMessage("\"bill.pdf\" is kept apart: the virus scanner found Eicar-Test-Signature in it.");
        assertThat(in(() -> documents.pageImage(file.id(), 1))).isEmpty();
        assertThat(in(() -> documents.reread(file.id(), 1, Area.within(0.1, 0.1, 0.2, 0.2))).toString())
                .contains("kept apart");
        assertThatThrownBy(() -> in(() -> conversation.reply(ticket, new Draft("x@paper.example", "", "See", List.of(file), false))))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("Eicar-Test-Signature");
        assertThat(in(() -> tickets.history(ticket)).stream().filter(one -> one.kind().equals("attachment-kept-apart")))
                .singleElement()
                .satisfies(event -> assertThat(event.fact("finding")).isEqualTo("Eicar-Test-Signature"));
        assertThat(in(() -> conversation.of(ticket)).get(1))
                .satisfies(told -> assertThat(told.recipient()).isEqualTo("amy@paper.example"))
                .satisfies(told -> assertThat(told.text()).contains("something harmful in \"bill.pdf\"").contains("clean copy")
                        .doesNotContain("Eicar"));

        LoggedIn.as(new CurrentUser("amy@paper.example", "Amy", Set.of(Role.CLIENT), client, Set.of(),
                org.ticketingos.access.ClientRights.ALL, "amy@paper.example"));
        assertThatThrownBy(() -> documents.bytes(file.id()))
                .hasMessageContaining("our virus scanner found something harmful")
                .hasMessageNotContaining("Eicar");
    }

    @Test
    void many_infected_files_at_once_are_told_to_the_client_in_one_mail() {
        TicketId ticket = arrive("a.txt", infected("a"), "b.txt", infected("b"), "c.txt", infected("c"));
        checkAll();
        assertThat(in(() -> conversation.of(ticket))).hasSize(2);
        assertThat(in(() -> tickets.history(ticket)).stream().map(RecordedEvent::kind)
                .filter("attachment-kept-apart"::equals)).hasSize(3);
    }

    @Test
    void while_the_scanner_is_away_files_wait_unread_and_are_checked_when_it_is_back() throws IOException {
        int port = clamd.port();
        clamd.close();
        TicketId ticket = arrive("late.txt", "late".getBytes(StandardCharsets.US_ASCII));
        DocumentRef file = paper(ticket, 0);
        Scope.system(() -> documents.requestReading(file.id()));
        checkAll();
        ReadingRoom room = beans.getBean(ReadingRoom.class);
        assertThat(room.readNext()).as("nothing may be read yet").isFalse();
        assertThat(in(watch::standing)).satisfies(standing -> assertThat(standing.waiting()).isEqualTo(1))
                .satisfies(standing -> assertThat(standing.awaySince()).isNotNull());

        clamd = new FakeClamd(port);
        checkAll();
        assertThat(clamd.files).as("it rests before it asks again").isEmpty();
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));
        checkAll();
        assertThat(paper(ticket, 0).scan()).isEqualTo(ScanState.CLEAN);
        assertThat(in(watch::standing).awaySince()).isNull();
        assertThat(room.readNext()).isTrue();
        assertThat(answers).singleElement().satisfies(read -> assertThat(read.documentId()).isEqualTo(file.id()));
    }

    @Test
    void a_scanner_that_dies_in_the_middle_loses_nothing() {
        TicketId ticket = arrive("half.bin", new byte[600_000]);
        clamd.dies = true;
        checkAll();
        assertThat(paper(ticket, 0).scan()).isEqualTo(ScanState.WAITING);
        clamd.dies = false;
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));
        checkAll();
        assertThat(paper(ticket, 0).scan()).isEqualTo(ScanState.CLEAN);
    }

    @Test
    void a_file_the_scanner_refuses_waits_with_the_reason_and_holds_up_no_other() {
        clamd.most = 1_000;
        TicketId large = arrive("large.bin", new byte[600_000]);
        TicketId small = arrive("small.txt", "small".getBytes(StandardCharsets.US_ASCII));
        checkAll();
        assertThat(paper(large, 0)).extracting(DocumentRef::scan, DocumentRef::finding)
                .containsExactly(ScanState.WAITING, "The virus scanner takes no file of this size.");
        assertThat(paper(small, 0).scan()).isEqualTo(ScanState.CLEAN);
        clamd.most = Long.MAX_VALUE;
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        checkAll();
        assertThat(paper(large, 0)).extracting(DocumentRef::scan, DocumentRef::finding).containsExactly(ScanState.CLEAN, "");
    }

    @Test
    void the_reading_of_an_infected_file_is_answered_so_that_the_work_goes_on() {
        TicketId ticket = arrive("bill.pdf", infected("%PDF-1.7"));
        Scope.system(() -> documents.requestReading(paper(ticket, 0).id()));
        checkAll();
        assertThat(beans.getBean(ReadingRoom.class).readNext()).isTrue();
        assertThat(answers).singleElement()
                .satisfies(read -> assertThat(read.status()).isEqualTo(ReadStatus.UNREADABLE))
                .satisfies(read -> assertThat(read.reason()).contains("kept apart"));
    }

    @Test
    void what_we_made_is_not_checked_and_a_copy_for_another_request_keeps_what_was_found() {
        assertThat(in(() -> documents.store(client, "deliverable:1", "data.csv", "text/csv", new byte[] {1})).scan())
                .isEqualTo(ScanState.OFF);
        TicketId ticket = arrive("bill.txt", infected("x"));
        checkAll();
        DocumentRef copy = in(() -> documents.copy(paper(ticket, 0), client, UUID.randomUUID().toString()));
        assertThat(copy.scan()).isEqualTo(ScanState.INFECTED);
    }

    @Test
    void without_a_scanner_nothing_waits() {
        DocumentRef file = paper(arrive("x.txt", new byte[] {1}), 0);
        VirusWatch off = new VirusWatch(jdbc, beans.getBean(VirusScanner.class), beans.getBean(ReadingRequests.class),
                new ScanSettings("", Duration.ofSeconds(1), Duration.ofSeconds(1)),
                beans.getBean(org.springframework.transaction.PlatformTransactionManager.class), event -> {}, clock);
        off.start();
        assertThat(off.isRunning()).isFalse();
        assertThat(in(off::standing).on()).isFalse();
        assertThat(in(() -> documents.bytes(file.id()))).hasSize(1);
        assertThatThrownBy(() -> new ScanSettings("clamd", Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("host:port");
    }

    private static byte[] infected(String with) {
        return (with + FakeClamd.EICAR).getBytes(StandardCharsets.US_ASCII);
    }

    private void checkAll() {
        Scope.system(() -> {
            while (watch.checkNext()) {
                // until nothing waits
            }
        });
    }

    private TicketId arrive(Object... namesAndBytes) {
        List<Attachment> files = new ArrayList<>();
        for (int i = 0; i < namesAndBytes.length; i += 2) {
            files.add(new Attachment((String) namesAndBytes[i], "application/octet-stream", (byte[]) namesAndBytes[i + 1]));
        }
        Instant now = clock.instant();
        return in(() -> beans.getBean(Intake.class).receive(new InboundMessage("mail", UUID.randomUUID().toString(), client,
                "amy@paper.example", "support@ticketingos.example", "Papers", "Please", files, List.of(), Map.of(), null,
                null, now)).ticket());
    }

    private DocumentRef paper(TicketId ticket, int position) {
        return in(() -> documents.about(ticket.toString()).get(position));
    }

    private static <T> T in(Supplier<T> work) {
        T answer = Scope.system(work::get);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }
}
