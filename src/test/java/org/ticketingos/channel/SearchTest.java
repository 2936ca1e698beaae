package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.ticketingos.ticket.Found;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;
import org.ticketingos.ticket.TicketRefused;

/** One box finds tickets by everything said, sent and typed; on the real database. */
class SearchTest {

    private static final CurrentUser AMY = new CurrentUser("amy", "Amy", Set.of(Role.AGENT), null, Set.of());

    /** More than the first go looks at. */
    private static final int MANY = 1_100;

    private final String rare = "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "zebrafish";
    private MailRoom room;
    private TicketList list;
    private ClientId client;
    private TicketId ticket;

    @BeforeEach
    void a_ticket() {
        room = new MailRoom(Map.of());
        list = room.beans.getBean(TicketList.class);
        client = room.client();
        ticket = arrives(client, "Invoice SPM/2026/0391", "The " + rare + " was delivered with the corrugated boxes.");
        LoggedIn.as(AMY);
    }

    @AfterEach
    void shut() {
        LoggedIn.nobody();
        room.close();
    }

    @Test
    void a_word_of_a_message_finds_its_ticket_and_shows_where() {
        assertThat(found(rare)).containsExactly(ticket);

        Found where = list.places(rare, page(rare)).get(ticket);
        assertThat(where.place()).isEqualTo("Message");
        assertThat(where.snippet()).contains(Found.ON + rare + Found.OFF).contains("delivered");
    }

    @Test
    void a_mistyped_word_is_forgiven() {
        String swapped = rare.substring(0, rare.length() - 4) + "ifsh";

        assertThat(found(swapped)).containsExactly(ticket);
    }

    @Test
    void a_number_in_three_parts_is_found_as_typed_and_in_part() {
        assertThat(found("SPM/2026/0391 client:" + client)).containsExactly(ticket);
        assertThat(found("0391 client:" + client)).containsExactly(ticket);
        assertThat(found("SPM/2026/0392 client:" + client)).isEmpty();
    }

    @Test
    void exact_words_and_nots_and_fields_narrow() {
        TicketId other = arrives(client, "Boxes", "corrugated paper, then boxes");
        String in = " client:" + client;

        assertThat(found("corrugated boxes" + in)).containsExactly(other, ticket);
        assertThat(found("\"corrugated boxes\"" + in)).containsExactly(ticket);
        assertThat(found("corrugated -paper" + in)).containsExactly(ticket);
        assertThat(found("corrugated status:closed" + in)).isEmpty();
        assertThat(found("status:open" + in)).containsExactly(other, ticket);
        assertThat(found("corrugated from:asha" + in)).containsExactly(other, ticket);
        assertThat(found("corrugated from:nobody" + in)).isEmpty();
        assertThat(found("corrugated after:2026-01-21" + in)).isEmpty();
        assertThat(found("corrugated before:2026-01-22" + in)).hasSize(2);
    }

    @Test
    void a_field_that_cannot_have_the_value_says_what_it_can_have() {
        assertThatThrownBy(() -> list.check("status:done"))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("open")
                .hasMessageContaining("awaiting-client");
    }

    @Test
    void words_read_in_a_paper_find_the_ticket() {
        Documents documents = room.beans.getBean(Documents.class);
        DocumentRef paper = documents.store(client, ticket.toString(), "scan.pdf", "application/pdf", "x".getBytes());
        String word = rare + "paper";
        room.jdbc.sql("insert into document_page (document_id, client_id, number, words) values (?, ?, 1, ?::jsonb)")
                .params(paper.id(), client.value(), "[[\"" + word + "\", 0, 0, 1, 1, 90]]")
                .update();

        assertThat(found(word)).containsExactly(ticket);
        assertThat(list.places(word, page(word)).get(ticket).place()).isEqualTo("Attachment scan.pdf");
    }

    @Test
    void a_clients_person_finds_neither_our_notes_nor_another_clients_words() {
        String secret = "note" + rare;
        room.conversation.note(ticket, secret);
        assertThat(found(secret)).containsExactly(ticket);
        ClientId stranger = room.client();

        LoggedIn.as(new CurrentUser("asha", "Asha", Set.of(Role.CLIENT), client, Set.of(), ClientRights.ALL, ""));
        assertThat(found(secret)).isEmpty();
        assertThat(found(rare)).containsExactly(ticket);
        assertThat(similar(rare + "x")).contains(rare);
        assertThat(similar(secret + "x")).doesNotContain(secret);

        LoggedIn.as(new CurrentUser("tom", "Tom", Set.of(Role.CLIENT), stranger, Set.of(), ClientRights.ALL, ""));
        assertThat(found(rare)).isEmpty();
        assertThat(similar(rare + "x")).isEmpty();
    }

    @Test
    void a_link_that_decides_for_somebody_is_neither_found_nor_shown() {
        String token = UUID.randomUUID().toString().replace("-", "");
        room.conversation.reply(ticket, new Draft(
                "", "Done", "Please " + rare + " decide: https://desk.example/sign-off/" + token + " Thank you.", List.of(),
                true));

        assertThat(found("\"" + token + "\"")).isEmpty();
        assertThat(found(token.substring(0, 8))).isEmpty();
        assertThat(found(rare + " sign-off")).containsExactly(ticket);
        assertThat(list.places("sign-off", page(rare)).get(ticket).snippet()).contains("decide").doesNotContain(token);
    }

    @Test
    void what_can_still_be_taken_back_is_not_found_yet() {
        String word = rare + "reply";
        Writing writing = room.beans.getBean(Writing.class);
        writing.send(ticket, new Composed(Composed.Kind.REPLY, "", "", word, List.of(), Long.MAX_VALUE),
                writing.withUndo(), AMY);
        assertThat(found(word)).isEmpty();

        room.clock.set(MailRoom.MORNING.plusSeconds(11));
        LoggedIn.nobody();
        org.ticketingos.access.Scope.system(() -> room.beans.getBean(HeldMessages.class).release());
        LoggedIn.as(AMY);

        assertThat(found(word)).containsExactly(ticket);
    }

    @Test
    void pages_go_on_where_the_one_before_ended() {
        TicketId second = arrives(client, "Two", rare);
        TicketId third = arrives(client, "Three", rare);
        LoggedIn.as(AMY);

        var first = list.page(TicketQuery.words(rare + " status:open"), null, 2);
        var rest = list.page(TicketQuery.words(rare + " status:open"), first.next(), 2);

        assertThat(first.items()).extracting(Ticket::id).containsExactly(third, second);
        assertThat(rest.items()).extracting(Ticket::id).containsExactly(ticket);
        assertThat(rest.next()).isNull();
    }

    @Test
    void of_many_with_a_frequent_word_the_few_a_filter_leaves_are_found() {
        String word = rare + "frequent";
        LoggedIn.nobody();
        Scope.system(() -> room.jdbc.sql("""
                        insert into ticket (id, number, client_id, kind, subject, channel, requester, priority, stage,
                            status, owner, next_action, received_at, updated_at)
                        select ('00000000-0000-7000-8000-' || substr(md5(?::text), 1, 8) || lpad(to_hex(n), 4, '0'))::uuid,
                            'T-' || nextval('ticket_number'), ?, 'REQUEST', concat_ws(' ', ?, (array['first', 'second', 'third'])[n]),
                            'mail', 'asha@x.example', 'NORMAL', 'PROCESS', 'IN_PROGRESS',
                            case when n <= 3 then 'lonely' end, 'Work', now(), now()
                        from generate_series(1, ?) n""")
                .params(word, client.value(), word, MANY)
                .update());
        LoggedIn.as(AMY);

        assertThat(page(word + " owner:lonely")).extracting(Ticket::subject)
                .containsExactly(word + " third", word + " second", word + " first");
        assertThat(page(word + " second owner:lonely")).extracting(Ticket::subject)
                .containsExactly(word + " second");
        assertThat(page(word + " owner:nobody-of-ours")).isEmpty();
        var first = list.page(TicketQuery.words(word + " owner:lonely"), null, 2);
        assertThat(list.page(TicketQuery.words(word + " owner:lonely"), first.next(), 2).items())
                .extracting(Ticket::subject)
                .containsExactly(word + " first");
        LoggedIn.as(new CurrentUser("other", "Other", Set.of(Role.CLIENT), room.client(), Set.of()));
        assertThat(page(word + " owner:lonely")).as("another client's").isEmpty();
    }

    private TicketId arrives(ClientId of, String subject, String text) {
        room.clock.set(room.clock.instant().plusMillis(5));
        return room.arrive(MailRoom.mail(MailRoom.mailOf("asha", of), subject, "", text)).ticket();
    }

    private List<Ticket> page(String words) {
        return list.page(TicketQuery.words(words), null, 50).items();
    }

    private List<TicketId> found(String words) {
        return page(words).stream().map(Ticket::id).toList();
    }

    private List<String> similar(String word) {
        return room.jdbc.sql("select similar_words(?)").param(word).query(String.class).list();
    }
}
