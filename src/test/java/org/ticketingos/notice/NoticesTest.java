package org.ticketingos.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Names;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.channel.Conversation;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class NoticesTest {

    private static final JdbcClient JDBC = Database.jdbc();
    private static final ClientId CLIENT = new ClientId("notices");
    private static AnnotationConfigApplicationContext context;

    private final Notices notices = context.getBean(Notices.class);
    private final Watching watching = context.getBean(Watching.class);
    private final Wired.Hands hands = context.getBean(Wired.Hands.class);
    private TicketId ticket;

    @BeforeAll
    static void house() {
        context = Wired.modules(
                "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.document",
                "org.ticketingos.channel", "org.ticketingos.notice");
        context.getEnvironment().getPropertySources().addFirst(
                new MapPropertySource("test", Map.of("ticketingos.notice.watch", "PT24H")));
        context.register(Users.class, Names.class);
        context.registerBean(PasswordEncoder.class, Pbkdf2PasswordEncoder::defaultsForSpringSecurity_v5_8);
        context.refresh();
        context.stop();
        Scope.system(() -> {
            JDBC.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values ('notices', 'Notice Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'p@n.example')""")
                    .update();
            Users users = context.getBean(Users.class);
            for (String login : List.of("no-amy", "no-ben", "no-walled")) {
                users.add(new Users.User(login, login, login + "@t.example", Set.of(Role.AGENT), null, Set.of(), true), "demo");
            }
            users.add(new Users.User("no-blind", "Blind", "b@t.example", Set.of(Role.REVIEWER), null, Set.of(), true), "demo");
            users.add(new Users.User("no-client", "Client", "c@n.example", Set.of(Role.CLIENT), CLIENT, Set.of(), true), "demo");
            JDBC.sql("insert into agent (login, name, capacity, languages, joined_on) values ('no-walled', 'W', 1, '{en}', '2025-01-01')")
                    .update();
            JDBC.sql("insert into agent_wall (login, client_id, reason) values ('no-walled', 'notices', 'competitor')")
                    .update();
        });
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void a_ticket() {
        hands.set(Instant.parse("2026-01-21T03:30:00Z"));
        ticket = Scope.system(() -> context.getBean(Tickets.class)
                .open(NewTicket.request(CLIENT, "Invoice", "mail", "x@n.example", hands.instant()))
                .id());
    }

    @AfterEach
    void log_out() {
        LoggedIn.nobody();
        Scope.system(() -> JDBC.sql("delete from notice where login like 'no-%'").update());
    }

    @Test
    void a_mention_tells_our_people_who_may_see_the_ticket_and_nobody_else() {
        LoggedIn.as(user("no-ben"));
        context.getBean(Conversation.class).note(ticket, "@no-amy @no-walled @no-client @no-ben @nobody please look");

        assertThat(sentences("no-amy")).singleElement().asString().startsWith("no-ben mentioned you in a note on T-");
        assertThat(notices.unread("no-amy")).isEqualTo(1);
        assertThat(sentences("no-walled")).as("kept apart from this client").isEmpty();
        assertThat(sentences("no-client")).as("notes are ours").isEmpty();
        assertThat(sentences("no-ben")).as("wrote it").isEmpty();
    }

    @Test
    void a_reviewer_is_not_told_who_had_to_do_with_the_work() {
        LoggedIn.as(user("no-ben"));
        context.getBean(Conversation.class).note(ticket, "@no-blind please look");
        watching.watch(ticket, "no-blind", user("no-ben"));

        assertThat(sentences("no-blind")).hasSize(2).allMatch(sentence -> sentence.contains("Somebody"))
                .noneMatch(sentence -> sentence.contains("no-ben"));
    }

    @Test
    void watchers_hear_of_stages_until_they_leave_and_those_kept_apart_cannot_watch() {
        LoggedIn.as(user("no-ben"));
        watching.watch(ticket, "no-amy", user("no-ben"));
        watching.watch(ticket, "no-amy", user("no-ben"));
        context.getBean(Tickets.class).enter(ticket, Stage.PROCESS);
        watching.leave(ticket, "no-amy", user("no-ben"));
        context.getBean(Tickets.class).enter(ticket, Stage.QUALITY_CHECK);

        assertThat(sentences("no-amy")).hasSize(2).first().asString().contains("reached the stage process");
        assertThatThrownBy(() -> watching.watch(ticket, "no-walled", user("no-ben")))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("kept apart");
        assertThatThrownBy(() -> watching.watch(ticket, "no-client", user("no-ben"))).isInstanceOf(TicketRefused.class);
    }

    @Test
    void reading_is_ones_own_and_what_is_read_is_not_mailed() {
        Scope.system(() -> notices.tell("no-amy", ticket, "test", "Look."));
        Scope.system(() -> notices.read("no-ben", ids("no-amy")));
        assertThat(Scope.system(() -> notices.unread("no-amy"))).isEqualTo(1);

        Scope.system(() -> notices.read("no-amy", ids("no-amy")));

        assertThat(Scope.system(() -> notices.unread("no-amy"))).isZero();
        hands.set(hands.instant().plus(Duration.ofDays(2)));
        context.getBean(NoticeMail.class).look();
        assertThat(mails("no-amy")).isZero();
    }

    @Test
    void unread_ones_go_out_in_one_mail_when_wished_and_only_once() {
        Scope.system(() -> notices.wish("no-ben", new Wish(Wish.Mail.HOURLY, LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneOffset.UTC)));
        Scope.system(() -> notices.tell("no-ben", ticket, "test", "First."));
        Scope.system(() -> notices.tell("no-ben", ticket, "test", "Second."));
        context.getBean(NoticeMail.class).look();
        assertThat(mails("no-ben")).isZero();

        hands.set(hands.instant().plus(Duration.ofMinutes(61)));
        context.getBean(NoticeMail.class).look();
        context.getBean(NoticeMail.class).look();

        boolean quiet = hands.instant().atZone(ZoneOffset.UTC).toLocalTime().isBefore(LocalTime.of(6, 0));
        assertThat(quiet).as("the house's clock stands at half past four").isTrue();
        assertThat(mails("no-ben")).as("not in the quiet hours").isZero();
        hands.set(hands.instant().plus(Duration.ofHours(3)));
        context.getBean(NoticeMail.class).look();
        context.getBean(NoticeMail.class).look();
        assertThat(mails("no-ben")).isEqualTo(1);
        assertThat(Scope.system(() -> notices.wish("no-ben")).mail()).isEqualTo(Wish.Mail.HOURLY);
    }

    private List<String> sentences(String login) {
        return Scope.system(() -> notices.of(login, Long.MAX_VALUE, 50)).stream().map(Notice::sentence).toList();
    }

    private List<Long> ids(String login) {
        return notices.of(login, Long.MAX_VALUE, 50).stream().map(Notice::id).toList();
    }

    private static int mails(String login) {
        return Scope.system(() -> JDBC.sql("select count(*) from message where recipient = ?")
                .param(login + "@t.example")
                .query(Integer.class)
                .single());
    }

    private static CurrentUser user(String login) {
        return new CurrentUser(login, login, Set.of(Role.AGENT), null, Set.of());
    }
}
