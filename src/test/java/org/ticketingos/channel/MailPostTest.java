package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;

/** The whole way of a mail, with a real mail server and a real database. */
class MailPostTest {

    private static final String PASSWORD = "password";

    private final String address = "support-" + UUID.randomUUID() + "@ticketingos.example";
    private GreenMail server;
    private GreenMailUser mailbox;
    private MailRoom room;
    private ClientId acme;
    private String amy;

    @BeforeEach
    void a_mail_server_and_the_door() {
        server = serverOn(0, 0);
        room = room("3600s");
        acme = room.client();
        amy = MailRoom.mailOf("amy", acme);
    }

    @AfterEach
    void shut() {
        room.close();
        server.stop();
    }

    @Test
    void a_mail_becomes_a_ticket_and_is_marked_only_after_it_was_kept() throws Exception {
        deliver(MailRoom.mail(amy, "Invoice", "", "Please enter it."));

        boolean any = fetch();

        assertThat(any).isTrue();
        assertThat(states()).containsExactly("NEW");
        assertThat(seen()).containsExactly(true);

        readAll();

        assertThat(states()).containsExactly("PARSED");
        assertThat(room.ticketsOf(acme)).isOne();
    }

    @Test
    void a_mail_somebody_has_looked_at_is_fetched_all_the_same() throws Exception {
        deliver(MailRoom.mail(amy, "Invoice", "", "Please enter it."));
        server.getManagers().getImapHostManager().getInbox(mailbox).getMessages()
                .forEach(message -> message.setFlags(new Flags(Flags.Flag.SEEN), true));

        fetch();
        readAll();

        assertThat(room.ticketsOf(acme)).isOne();
    }

    @Test
    void a_kill_between_keeping_and_marking_loses_and_doubles_nothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            deliver(MailRoom.mail(amy, "Invoice " + i, "", "Number " + i));
        }
        fetch();
        Scope.system(() -> room.jdbc.sql("update inbound_mail set flagged = false where mailbox like ?")
                .param(address + "%")
                .update());
        server.getManagers().getImapHostManager().getInbox(mailbox).getMessages()
                .forEach(message -> message.setFlags(new Flags(Flags.Flag.SEEN), false));

        restart();
        fetch();
        readAll();

        assertThat(states()).hasSize(5).containsOnly("PARSED");
        assertThat(room.ticketsOf(acme)).isEqualTo(5);
        assertThat(seen()).hasSize(5).containsOnly(true);
    }

    @Test
    void a_kill_before_the_mail_is_kept_leaves_it_on_the_server() throws Exception {
        deliver(MailRoom.mail(amy, "Invoice", "", "Please enter it."));
        fetch();
        Scope.system(() -> room.jdbc.sql("delete from inbound_mail where mailbox like ?")
                .param(address + "%")
                .update());

        restart();
        fetch();
        readAll();

        assertThat(room.ticketsOf(acme)).isOne();
    }

    @Test
    void a_kill_while_a_mail_is_taken_in_repeats_it_after_the_lease() throws Exception {
        deliver(MailRoom.mail(amy, "Invoice", "", "Please enter it."));
        fetch();
        Scope.system(() -> room.beans.getBean(InboundMails.class).lease());

        readAll();
        assertThat(states()).containsExactly("NEW");
        room.clock.set(MailRoom.MORNING.plus(Duration.ofSeconds(31)));
        readAll();

        assertThat(states()).containsExactly("PARSED");
        assertThat(room.ticketsOf(acme)).isOne();
    }

    @Test
    void a_renumbered_mailbox_is_read_again_and_folded() throws Exception {
        deliver(MailRoom.mail(amy, "Invoice 1", "", "One"));
        deliver(MailRoom.mail(amy, "Invoice 2", "", "Two"));
        fetch();
        readAll();
        Scope.system(() -> room.jdbc.sql("update inbound_mail set uidvalidity = 1, uid = uid + 100 where mailbox like ?")
                .param(address + "%")
                .update());
        deliver(MailRoom.mail(amy, "Invoice 3", "", "Three"));

        fetch();
        readAll();

        assertThat(states()).hasSize(3).containsOnly("PARSED");
        assertThat(room.ticketsOf(acme)).isEqualTo(3);
        assertThat(fetch()).isFalse();
    }

    @Test
    void a_poison_mail_stops_nobody_and_is_parked_in_the_end() throws Exception {
        deliver(MailRoom.mail(amy, "Poison", "", "x"));
        deliver(MailRoom.mail(amy, "Invoice", "", "Please enter it."));
        fetch();
        Scope.system(() -> room.jdbc.sql("update inbound_mail set attempts = 7 where mailbox like ? and uid = 1")
                .param(address + "%")
                .update());

        readAll();

        assertThat(states()).containsExactly("PARKED", "PARSED");
        assertThat(room.ticketsOf(acme)).isOne();
    }

    @Test
    void a_mail_that_keeps_failing_is_attached_unopened() throws Exception {
        deliver(MailRoom.mail(amy, "Strange", "", "x"));
        fetch();
        Scope.system(() -> room.jdbc.sql("update inbound_mail set attempts = 4 where mailbox like ?")
                .param(address + "%")
                .update());

        readAll();

        assertThat(states()).containsExactly("UNREADABLE");
        String subject = room.in(() -> room.jdbc.sql("select subject from ticket where client_id = ?")
                .param(acme.value())
                .query(String.class)
                .single());
        assertThat(subject).isEqualTo("Unreadable mail");
    }

    @Test
    void a_mail_with_a_file_of_25_MB_and_one_beyond_the_limit_arrive_whole() throws Exception {
        deliver(withFile(25 * 1024 * 1024));
        deliver(withFile(26 * 1024 * 1024));

        fetch();
        readAll();

        List<DocumentRef> papers = room.in(() -> room.jdbc.sql(
                        "select id from ticket where client_id = ? order by number")
                .param(acme.value())
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(id -> room.beans.getBean(Documents.class).about(id.toString()).stream())
                .toList());
        assertThat(papers).hasSize(2);
        assertThat(papers.get(0).size()).isEqualTo(25 * 1024 * 1024);
        assertThat(papers.get(1).name()).isEqualTo("mail.eml");
        assertThat(papers.get(1).size()).isGreaterThan(35 * 1024 * 1024);
    }

    @Test
    void our_answer_goes_out_and_the_answer_to_it_comes_back_to_its_ticket() throws Exception {
        GreenMailUser amysBox = server.setUser(amy, amy, PASSWORD);
        deliver(MailRoom.mail(amy, "Invoice", "", "Please enter it."));
        fetch();
        readAll();
        Ticket ticket = onlyTicket();
        var paper = room.in(() -> room.beans.getBean(Documents.class)
                .store(acme, ticket.id().toString(), "answer.txt", "text/plain", "42".getBytes(StandardCharsets.UTF_8)));
        room.in(() -> room.conversation.reply(ticket.id(), new Draft(amy, "", "Done.", List.of(paper), true)));

        carryAll();

        MimeMessage got = server.getManagers().getImapHostManager().getInbox(amysBox).getMessages().get(0).getMimeMessage();
        Message sent = room.messages(ticket.id()).get(1);
        assertThat(sent.state()).isEqualTo("SENT");
        assertThat(got.getSubject()).startsWith("Re: Invoice [" + ticket.number() + ".");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(got.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(got.getHeader("X-Loop")).containsExactly(address);
        assertThat(got.getHeader("In-Reply-To", null)).isNotNull();
        assertThat(new String(got.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).contains("answer.txt");

        deliver(MailRoom.mail(amy, "whatever", "In-Reply-To: " + got.getMessageID() + "\n", "Thank you."));
        fetch();
        readAll();

        assertThat(room.messages(ticket.id())).hasSize(3);
        assertThat(room.ticketsOf(acme)).isOne();
    }

    @Test
    void a_mail_to_a_client_with_a_brand_carries_its_name() throws Exception {
        GreenMailUser amysBox = server.setUser(amy, amy, PASSWORD);
        deliver(MailRoom.mail(amy, "Invoice", "", "Please enter it."));
        fetch();
        readAll();
        Ticket ticket = onlyTicket();
        room.in(() -> room.conversation.reply(ticket.id(), new Draft(amy, "", "Before.", List.of(), false)));
        carryAll();
        room.in(() -> room.jdbc.sql("""
                        insert into client_brand (client_id, name, colour, logo, changed_by, changed_at)
                        values (?, 'Amy''s Desk', '#0f6674', '', 'amy', now())""")
                .param(acme.value())
                .update());
        room.in(() -> room.conversation.reply(ticket.id(), new Draft(amy, "", "After.", List.of(), false)));
        carryAll();

        assertThat(server.getManagers().getImapHostManager().getInbox(amysBox).getMessages())
                .extracting(mail -> ((InternetAddress) mail.getMimeMessage().getFrom()[0]).getPersonal())
                .containsExactly("TicketingOS Support", "Amy's Desk (TicketingOS Support)");
    }

    @Test
    void line_breaks_in_a_subject_a_brand_or_a_file_name_make_no_header() throws Exception {
        GreenMailUser amysBox = server.setUser(amy, amy, PASSWORD);
        Ticket ticket = room.ticket(room.arrive(MailRoom.mail(amy, "Invoice", "", "Please enter it.")).ticket());
        room.in(() -> room.jdbc.sql("""
                        insert into client_brand (client_id, name, colour, logo, changed_by, changed_at)
                        values (?, ?, '#0f6674', '', 'amy', now())""")
                .params(acme.value(), "Amy\r\nX-Brand: made up")
                .update());
        var paper = room.in(() -> room.beans.getBean(Documents.class)
                .store(acme, ticket.id().toString(), "a.txt\r\nX-File: made up", "text/plain", new byte[] {42}));
        room.in(() -> room.conversation.reply(
                ticket.id(), new Draft(amy, "Done\r\nBcc: somebody@else.example\r\n\r\nA body", "Done.", List.of(paper), false)));

        carryAll();

        MimeMessage got = server.getManagers().getImapHostManager().getInbox(amysBox).getMessages().get(0).getMimeMessage();
        assertThat(Collections.list(got.getAllHeaders())).extracting(jakarta.mail.Header::getName)
                .contains("Subject").doesNotContain("Bcc", "X-Brand", "X-File");
        String whole = new String(got.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(whole.lines()).noneMatch(line -> line.startsWith("X-File"));
        assertThat(whole).contains("Done.");
    }

    @Test
    void while_the_mail_server_is_away_answers_wait_and_keep_their_message_id() throws Exception {
        GreenMailUser amysBox = server.setUser(amy, amy, PASSWORD);
        Ticket ticket = room.ticket(room.arrive(MailRoom.mail(amy, "Invoice", "", "Please enter it.")).ticket());
        room.in(() -> room.conversation.reply(ticket.id(), new Draft(amy, "", "Done.", List.of(), false)));
        String mailId = room.in(() -> room.jdbc.sql("select mail_id from message where ticket_id = ? and direction = 'OUT'")
                .param(ticket.id().value())
                .query(String.class)
                .single());
        int smtp = server.getSmtp().getPort();
        int imap = server.getImap().getPort();
        server.stop();

        carryAll();

        assertThat(room.messages(ticket.id()).get(1).state()).isEqualTo("QUEUED");
        assertThat(room.messages(ticket.id()).get(1).reason()).isNotEmpty();

        server = serverOn(smtp, imap);
        amysBox = server.setUser(amy, amy, PASSWORD);
        room.clock.set(MailRoom.MORNING.plus(Duration.ofMinutes(2)));
        carryAll();

        assertThat(room.messages(ticket.id()).get(1).state()).isEqualTo("SENT");
        assertThat(server.getManagers().getImapHostManager().getInbox(amysBox).getMessages().get(0)
                        .getMimeMessage().getMessageID())
                .isEqualTo("<" + mailId + ">");
    }

    @Test
    void the_bell_brings_a_mail_long_before_the_next_poll() throws Exception {
        MailFetcher fetcher = room.beans.getBean(MailFetcher.class);
        MailReader reader = room.beans.getBean(MailReader.class);
        fetcher.start();
        reader.start();
        try {
            deliver(MailRoom.mail(amy, "First", "", "one"));
            until(() -> room.ticketsOf(acme) == 1);

            deliver(MailRoom.mail(amy, "Second", "", "two"));
            until(() -> room.ticketsOf(acme) == 2);
        } finally {
            fetcher.stop();
            reader.stop();
        }
    }

    @Test
    void after_a_restart_of_the_mail_server_mail_comes_again() throws Exception {
        room.close();
        room = room("1s");
        acme = room.client();
        amy = MailRoom.mailOf("amy", acme);
        MailFetcher fetcher = room.beans.getBean(MailFetcher.class);
        MailReader reader = room.beans.getBean(MailReader.class);
        fetcher.start();
        reader.start();
        try {
            deliver(MailRoom.mail(amy, "Before", "", "one"));
            until(() -> room.ticketsOf(acme) == 1);
            int smtp = server.getSmtp().getPort();
            int imap = server.getImap().getPort();
            server.stop();
            // This server names a mailbox's generation by the second it was made in; real ones never repeat it.
            long generation = Instant.now().getEpochSecond();
            until(() -> Instant.now().getEpochSecond() > generation);
            server = serverOn(smtp, imap);

            deliver(MailRoom.mail(amy, "After", "", "two"));
            until(() -> room.ticketsOf(acme) == 2);
        } finally {
            fetcher.stop();
            reader.stop();
        }
    }

    private GreenMail serverOn(int smtp, int imap) {
        GreenMail started = new GreenMail(new ServerSetup[] {
            smtp == 0 ? ServerSetupTest.SMTP.dynamicPort() : new ServerSetup(smtp, "127.0.0.1", "smtp"),
            imap == 0 ? ServerSetupTest.IMAP.dynamicPort() : new ServerSetup(imap, "127.0.0.1", "imap")
        });
        started.start();
        mailbox = started.setUser(address, address, PASSWORD);
        return started;
    }

    private MailRoom room(String poll) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        Map<String, Object> settings = new HashMap<>();
        settings.put("ticketingos.mail.host", "127.0.0.1");
        settings.put("ticketingos.mail.port", server.getImap().getPort());
        settings.put("ticketingos.mail.user", address);
        settings.put("ticketingos.mail.password", PASSWORD);
        settings.put("ticketingos.mail.address", address);
        settings.put("ticketingos.mail.poll", poll);
        settings.put("spring.mail.host", "127.0.0.1");
        return new MailRoom(settings, sender);
    }

    private void restart() {
        room.close();
        room = room("3600s");
    }

    private void deliver(String mail) throws Exception {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private String withFile(int size) {
        return MailRoom.mail(amy, "Scan of " + size, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n",
                "--b\n\nScan.\n--b\nContent-Type: application/octet-stream; name=scan.bin\n"
                        + "Content-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(new byte[size]) + "\n--b--");
    }

    private boolean fetch() {
        return room.in(() -> room.beans.getBean(MailFetcher.class).fetch());
    }

    private void readAll() {
        Scope.system(() -> {
            while (room.beans.getBean(MailReader.class).readOne()) {
                assertThat(room).isNotNull();
            }
        });
    }

    private void carryAll() {
        Scope.system(() -> {
            while (room.beans.getBean(Courier.class).carryOne()) {
                assertThat(room).isNotNull();
            }
        });
    }

    private List<String> states() {
        return room.in(() -> room.jdbc.sql("select state from inbound_mail where mailbox like ? order by id")
                .param(address + "%")
                .query(String.class)
                .list());
    }

    private List<Boolean> seen() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(mailbox).getMessages().stream()
                .map(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    private Ticket onlyTicket() {
        return room.in(() -> room.tickets.get(new TicketId(
                room.jdbc.sql("select id from ticket where client_id = ?")
                        .param(acme.value())
                        .query(UUID.class)
                        .single())));
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        Object pause = new Object();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within two minutes").isLessThan(deadline);
            synchronized (pause) {
                pause.wait(50);
            }
        }
    }
}
