package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** What people write is kept, checked and can be taken back; on the real database. */
class WritingTest {

    private static final CurrentUser AMY = new CurrentUser("amy", "Amy", Set.of(Role.AGENT), null, Set.of());
    private static final CurrentUser RAVI = new CurrentUser("ravi", "Ravi", Set.of(Role.AGENT), null, Set.of());

    private MailRoom room;
    private Writing writing;
    private ClientId client;
    private String asha;
    private TicketId ticket;

    @BeforeEach
    void a_ticket_with_one_message() {
        room = new MailRoom(Map.of());
        writing = room.beans.getBean(Writing.class);
        client = room.client();
        asha = MailRoom.mailOf("asha", client);
        ticket = room.arrive(MailRoom.mail(asha, "Invoice", "", "Please enter it.")).ticket();
        LoggedIn.as(AMY);
    }

    @AfterEach
    void shut() {
        LoggedIn.nobody();
        room.close();
    }

    @Test
    void a_draft_survives_a_restart_and_belongs_to_its_writer() {
        writing.keep(ticket, reply("Dear Asha, we"), AMY);
        writing.keep(ticket, note("Ask Ravi first"), AMY);
        room.close();
        room = new MailRoom(Map.of());
        writing = room.beans.getBean(Writing.class);

        assertThat(writing.draft(ticket, Composed.Kind.REPLY, AMY)).map(Composed::text).contains("Dear Asha, we");
        assertThat(writing.draft(ticket, Composed.Kind.NOTE, AMY)).map(Composed::text).contains("Ask Ravi first");
        assertThat(writing.draft(ticket, Composed.Kind.REPLY, RAVI)).isEmpty();
        assertThat(writing.others(ticket, RAVI)).extracting(Writing.Other::login).containsExactly("amy", "amy");
        assertThat(writing.others(ticket, AMY)).isEmpty();
    }

    @Test
    void a_reply_begun_before_the_clients_latest_mail_is_stopped_and_kept() {
        Composed begun = reply("We will do it tomorrow.");
        writing.keep(ticket, begun, AMY);
        arrives("Please stop, it is a double.");

        SaidMeanwhile stopped = catchThrowableOfType(
                SaidMeanwhile.class, () -> writing.send(ticket, begun, Writing.How.AT_ONCE, AMY));

        assertThat(stopped).hasMessageContaining("new message since you opened it");
        assertThat(stopped.messages()).extracting(Message::text).containsExactly("Please stop, it is a double.");
        assertThat(said()).hasSize(2);
        assertThat(writing.draft(ticket, Composed.Kind.REPLY, AMY)).isPresent();

        writing.send(ticket, begun, Writing.How.AT_ONCE.anyway(true), AMY);

        assertThat(said()).hasSize(3);
        assertThat(writing.draft(ticket, Composed.Kind.REPLY, AMY)).isEmpty();
    }

    @Test
    void two_people_cannot_answer_without_seeing_each_other() {
        Composed mine = reply("Yes.");
        Composed his = reply("No.");
        writing.send(ticket, his, Writing.How.AT_ONCE, RAVI);

        assertThatThrownBy(() -> writing.send(ticket, mine, Writing.How.AT_ONCE, AMY)).isInstanceOf(SaidMeanwhile.class);
    }

    @Test
    void notes_and_mail_from_machines_do_not_stop_a_reply() {
        Composed begun = reply("Done.");
        writing.send(ticket, note("Looks fine"), Writing.How.AT_ONCE, RAVI);
        room.arrive(MailRoom.mail(asha, "Re: Invoice " + token(), "Auto-Submitted: auto-replied\n", "I am away."));
        assertThat(said()).extracting(Message::state).contains("AUTO");

        assertThat(writing.send(ticket, begun, Writing.How.AT_ONCE, AMY)).isNotNull();
    }

    @Test
    void a_reply_taken_back_was_never_said_and_is_a_draft_again() {
        UUID sent = writing.send(ticket, reply("Oops"), writing.withUndo(), AMY);
        assertThat(said()).extracting(Message::state).containsExactly("RECEIVED", "HELD");
        assertThat(seenByTheClient()).extracting(Message::text).containsExactly("Please enter it.");

        writing.undo(sent, AMY);
        release(Duration.ofSeconds(11));

        assertThat(said()).extracting(Message::state).containsExactly("RECEIVED");
        assertThat(writing.draft(ticket, Composed.Kind.REPLY, AMY)).map(Composed::text).contains("Oops");
        assertThat(events()).doesNotContain("reply-written");
    }

    @Test
    void a_reply_not_taken_back_leaves_after_ten_seconds_in_the_name_of_its_writer() {
        UUID sent = writing.send(ticket, reply("Done."), writing.withUndo(), AMY);
        release(Duration.ofSeconds(9));
        assertThat(events()).doesNotContain("reply-written");

        release(Duration.ofSeconds(10));

        assertThat(said()).extracting(Message::state).containsExactly("RECEIVED", "QUEUED");
        assertThat(room.in(() -> room.tickets.history(ticket)))
                .filteredOn(event -> event.kind().equals("reply-written"))
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).isEqualTo("amy"));
        assertThatThrownBy(() -> writing.undo(sent, AMY)).isInstanceOf(TicketRefused.class)
                .hasMessageContaining("Too late");
    }

    @Test
    void nobody_takes_back_what_somebody_else_wrote() {
        UUID sent = writing.send(ticket, reply("Done."), writing.withUndo(), AMY);

        assertThatThrownBy(() -> writing.undo(sent, RAVI)).isInstanceOf(TicketRefused.class);
        assertThat(said()).extracting(Message::state).contains("HELD");
    }

    @Test
    void a_reply_for_business_hours_is_taken_back_when_the_client_writes_first() {
        Instant opens = MailRoom.MORNING.plus(Duration.ofHours(3));
        writing.send(ticket, reply("Good morning"), new Writing.How(false, Duration.ZERO, opens), AMY);
        assertThat(said()).extracting(Message::state).contains("HELD");

        arrives("Forget it.");
        release(Duration.ofHours(4));

        assertThat(said()).extracting(Message::state).containsExactly("RECEIVED", "RECEIVED");
        assertThat(writing.draft(ticket, Composed.Kind.REPLY, AMY)).map(Composed::text).contains("Good morning");
        assertThat(events()).contains("reply-scheduled", "reply-taken-back").doesNotContain("reply-written");
    }

    @Test
    void a_word_that_is_no_address_is_named() {
        Composed wrong = new Composed(Composed.Kind.REPLY, asha, "boss@x.example, somebody", "Hi", List.of(), seen());

        assertThatThrownBy(() -> writing.send(ticket, wrong, Writing.How.AT_ONCE, AMY))
                .isInstanceOf(TicketRefused.class)
                .hasMessage("\"somebody\" is not a mail address.");
    }

    @Test
    void copies_go_to_everybody_named_once() {
        Composed copied = new Composed(Composed.Kind.REPLY, asha, "a@x.example; A@x.example, b@x.example", "Hi",
                List.of(), seen());

        writing.send(ticket, copied, Writing.How.AT_ONCE, AMY);

        assertThat(said().get(1).cc()).isEqualTo("a@x.example, b@x.example");
    }

    @Test
    void a_file_of_another_client_cannot_be_sent() {
        ClientId other = room.client();
        DocumentRef secret = room.in(() -> room.beans.getBean(Documents.class)
                .store(other, "x", "secret.txt", "text/plain", "secret".getBytes()));
        Composed leak = new Composed(Composed.Kind.REPLY, asha, "", "Here", List.of(secret.id()), seen());

        assertThatThrownBy(() -> writing.send(ticket, leak, Writing.How.AT_ONCE, AMY))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("not a file of this client");
    }

    @Test
    void a_file_is_sent_with_the_reply_and_is_no_paper_of_the_ticket_before() {
        Documents documents = room.beans.getBean(Documents.class);
        DocumentRef file = writing.attach(ticket, "terms.txt", "text/plain", "net 30".getBytes(), AMY);
        assertThat(room.in(() -> documents.about(ticket.toString()))).isEmpty();

        writing.send(ticket, new Composed(Composed.Kind.REPLY, asha, "", "", List.of(file.id()), seen()),
                Writing.How.AT_ONCE, AMY);

        assertThat(said().get(1).attachments()).containsExactly(file);
    }

    @Test
    void a_clients_person_does_not_write_here() {
        CurrentUser person = new CurrentUser("asha", "Asha", Set.of(Role.CLIENT), client, Set.of(), ClientRights.ALL, "");

        assertThatThrownBy(() -> writing.keep(ticket, note("x"), person)).isInstanceOf(TicketRefused.class);
    }

    private Composed reply(String text) {
        return new Composed(Composed.Kind.REPLY, asha, "", text, List.of(), seen());
    }

    private static Composed note(String text) {
        return new Composed(Composed.Kind.NOTE, "", "", text, List.of(), 0);
    }

    private long seen() {
        return room.in(() -> room.conversation.newest(ticket));
    }

    private String token() {
        return "[" + room.beans.getBean(TicketToken.class).of(room.ticket(ticket)) + "]";
    }

    private void arrives(String text) {
        assertThat(room.arrive(MailRoom.mail(asha, "Re: Invoice " + token(), "", text)).ticket()).isEqualTo(ticket);
    }

    private void release(Duration later) {
        room.clock.set(MailRoom.MORNING.plus(later));
        LoggedIn.nobody();
        Scope.system(() -> room.beans.getBean(HeldMessages.class).release());
        LoggedIn.as(AMY);
    }

    private List<Message> said() {
        return room.messages(ticket);
    }

    private List<Message> seenByTheClient() {
        LoggedIn.as(new CurrentUser("asha", "Asha", Set.of(Role.CLIENT), client, Set.of(), ClientRights.ALL, ""));
        try {
            return room.conversation.of(ticket);
        } finally {
            LoggedIn.as(AMY);
        }
    }

    private List<String> events() {
        return room.in(() -> room.tickets.history(ticket)).stream().map(event -> event.kind()).toList();
    }
}
