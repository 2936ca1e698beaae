package org.ticketingos.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The real door on the real database, driven by hand, with a clock a test can set. */
class MailRoom implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-01-21T03:30:00Z");

    final AnnotationConfigApplicationContext beans;
    final Wired.Hands clock;
    final Intake intake;
    final Conversation conversation;
    final Tickets tickets;
    final JdbcClient jdbc;
    private final MailParser parser = new MailParser();
    private long uid;

    MailRoom(Map<String, Object> settings) {
        this(settings, null);
    }

    MailRoom(Map<String, Object> settings, @Nullable JavaMailSender sender) {
        beans = Wired.modules(
                "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.document", "org.ticketingos.channel");
        beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        if (sender != null) {
            beans.registerBean(JavaMailSender.class, () -> sender);
        }
        beans.refresh();
        beans.stop();
        clock = beans.getBean(Wired.Hands.class);
        clock.set(MORNING);
        intake = beans.getBean(Intake.class);
        conversation = beans.getBean(Conversation.class);
        tickets = beans.getBean(Tickets.class);
        jdbc = beans.getBean(JdbcClient.class);
    }

    /** A client with a mail domain of its own; each test has its own, they share one database. */
    ClientId client() {
        String id = "mail-" + UUID.randomUUID().toString().substring(0, 12);
        Scope.system(() -> {
            jdbc.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values (?, ?, 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')""")
                    .params(id, id)
                    .update();
            jdbc.sql("insert into client_domain (domain, client_id) values (?, ?)")
                    .params(id + ".example", id)
                    .update();
        });
        return new ClientId(id);
    }

    static String mailOf(String name, ClientId client) {
        return name + "@" + client + ".example";
    }

    /** Parses a mail and brings it to the door, as the mail reader does. */
    Receipt arrive(String mail) {
        return arrive(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    Receipt arrive(byte[] mail) {
        InboundMessage message =
                parser.parse(mail, "test:" + UUID.randomUUID() + ":" + ++uid, clock.instant()).message();
        return in(() -> intake.receive(message));
    }

    <T> T in(java.util.function.Supplier<T> work) {
        T answer = Scope.system(work::get);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    Ticket ticket(TicketId id) {
        return in(() -> tickets.get(id));
    }

    List<Message> messages(TicketId id) {
        return in(() -> conversation.of(id));
    }

    int ticketsOf(ClientId client) {
        return in(() -> jdbc.sql("select count(*) from ticket where client_id = ?")
                .param(client.value())
                .query(Integer.class)
                .single());
    }

    static String mail(String from, String subject, String headers, String text) {
        return "From: Amy <" + from + ">\nTo: support@ticketingos.example\nSubject: " + subject
                + "\nDate: Wed, 21 Jan 2026 09:00:00 +0530\n"
                + (headers.toLowerCase(java.util.Locale.ROOT).contains("message-id")
                        ? ""
                        : "Message-ID: <" + UUID.randomUUID() + "@mail.example>\n")
                + headers + "\n" + text + "\n";
    }

    @Override
    public void close() {
        beans.close();
    }
}
