package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.channel.MailRoom.mail;
import static org.ticketingos.channel.MailRoom.mailOf;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;

class IntakeTest {

    private static MailRoom room;
    private ClientId acme;
    private String amy;

    @BeforeAll
    static void open_the_door() {
        room = new MailRoom(Map.of());
    }

    @AfterAll
    static void close_the_door() {
        room.close();
    }

    @BeforeEach
    void a_client_of_our_own() {
        room.clock.set(MailRoom.MORNING);
        acme = room.client();
        amy = mailOf("amy", acme);
    }

    @Test
    void the_same_mail_three_times_is_one_ticket() {
        String mail = mail(amy, "Invoice 17", "", "Please enter the invoice.");

        Receipt first = room.arrive(mail);
        Receipt second = room.arrive(mail);
        Receipt third = room.arrive(mail + "   \n");

        assertThat(first.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(List.of(second, third)).allSatisfy(receipt -> {
            assertThat(receipt.outcome()).isEqualTo(Outcome.KNOWN);
            assertThat(receipt.ticket()).isEqualTo(first.ticket());
        });
        assertThat(room.ticketsOf(acme)).isOne();
        assertThat(room.messages(first.ticket())).hasSize(1);
    }

    @Test
    void the_same_mail_through_four_doors_at_once_is_one_ticket() throws Exception {
        ExecutorService doors = Executors.newFixedThreadPool(4);
        CyclicBarrier together = new CyclicBarrier(4);
        try {
            for (int round = 0; round < 10; round++) {
                String mail = mail(amy, "Invoice " + round, "", "Please enter invoice " + round);
                Callable<Receipt> arrival = () -> {
                    together.await();
                    return room.arrive(mail);
                };
                for (Future<Receipt> receipt : doors.invokeAll(Collections.nCopies(4, arrival))) {
                    assertThat(receipt.get().ticket()).isNotNull();
                }
            }
        } finally {
            doors.shutdown();
        }

        assertThat(room.ticketsOf(acme)).isEqualTo(10);
    }

    @Test
    void the_same_message_id_with_other_words_joins_the_ticket_and_says_so() {
        Receipt first = room.arrive(mail(amy, "Invoice", "Message-ID: <one@" + acme + ">\n", "Seventeen."));

        Receipt second = room.arrive(mail(amy, "Invoice", "Message-ID: <one@" + acme + ">\n", "Eighteen."));

        assertThat(second.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(second.ticket()).isEqualTo(first.ticket());
        assertThat(second.reason()).isEqualTo("Same Message-ID, other content");
    }

    @Test
    void without_a_message_id_sender_date_subject_and_words_make_the_mail() {
        String mail = mail(amy, "Invoice", "", "Seventeen.").replaceAll("Message-ID:.*\n", "");

        room.arrive(mail);
        Receipt again = room.arrive(mail);
        Receipt later = room.arrive(mail.replace("09:00:00", "09:05:00"));

        assertThat(again.outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(later.outcome()).isEqualTo(Outcome.OPENED);
    }

    @Test
    void an_automatic_reply_opens_no_ticket_and_is_kept_aside() {
        Receipt receipt = room.arrive(mail(amy, "Away", "Auto-Submitted: auto-replied\n", "Back on Monday."));

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.ticket()).isNull();
        assertThat(room.ticketsOf(acme)).isZero();
        assertThat(room.in(() -> room.conversation.aside()))
                .anySatisfy(message -> assertThat(message.author()).isEqualTo(amy));
    }

    @Test
    void an_automatic_reply_to_a_ticket_is_kept_there_and_moves_nothing() {
        Ticket before = opened("Invoice");

        Receipt receipt = room.arrive(answer(before, "Auto-Submitted: auto-replied\n", "I am on holiday."));

        assertThat(receipt.ticket()).isEqualTo(before.id());
        assertThat(room.ticket(before.id())).isEqualTo(before);
        assertThat(last(before).state()).isEqualTo("AUTO");
        assertThat(kinds(before)).doesNotContain("client-replied");
    }

    @Test
    void an_automatic_reply_does_not_wake_a_closed_ticket() {
        Ticket ticket = opened("Invoice");
        String answer = answer(ticket, "X-Autoreply: yes\n", "I am on holiday.");
        close(ticket, Duration.ofDays(7));

        room.arrive(answer);

        assertThat(room.ticket(ticket.id()).isOpen()).isFalse();
    }

    @Test
    void a_bounce_marks_our_mail_as_failed_and_opens_no_ticket() {
        Ticket ticket = opened("Invoice");
        String ours = ourMailId(ticket);
        int tickets = room.ticketsOf(ClientId.HOUSE);

        Receipt receipt = room.arrive("""
                From: MAILER-DAEMON@mx.example
                To: support@ticketingos.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <bounce-%s@mx.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                The user does not exist.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; amy@acme.example
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s>
                Subject: Re: Invoice
                --b--
                """.formatted(acme, ours));

        assertThat(receipt.ticket()).isEqualTo(ticket.id());
        assertThat(room.ticketsOf(ClientId.HOUSE)).isEqualTo(tickets);
        Message sent = room.messages(ticket.id()).get(1);
        assertThat(sent.state()).isEqualTo("FAILED");
        assertThat(sent.reason()).contains("5.1.1");
        assertThat(kinds(ticket)).contains("delivery-bounced").doesNotContain("client-replied");
    }

    @Test
    void a_delay_report_fails_nothing() {
        Ticket ticket = opened("Invoice");
        String ours = ourMailId(ticket);

        room.arrive("""
                From: MAILER-DAEMON@mx.example
                Subject: Delayed Mail
                Message-ID: <delay-%s@mx.example>
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Action: delayed
                Status: 4.4.1
                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s>
                --b--
                """.formatted(acme, ours));

        assertThat(room.messages(ticket.id()).get(1).state()).isEqualTo("QUEUED");
    }

    @Test
    void our_own_mail_coming_back_opens_nothing() {
        Receipt receipt = room.arrive(mail("support@ticketingos.example", "Re: x", "", "Hello " + acme));

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.reason()).startsWith("Our own mail has come back");
    }

    @Test
    void a_scanner_opens_tickets_only_when_its_client_has_named_it() {
        String scanner = mailOf("scanner", acme);
        String headers = "Auto-Submitted: auto-generated\n";

        Receipt stranger = room.arrive(mail(scanner, "Scan", headers, "Page 1"));
        room.in(() -> room.jdbc.sql("insert into machine_sender (client_id, mail) values (?, ?)")
                .params(acme.value(), scanner)
                .update());
        Receipt named = room.arrive(mail(scanner, "Scan", headers, "Page 2"));

        assertThat(stranger.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(named.outcome()).isEqualTo(Outcome.OPENED);
    }

    @Test
    void an_answer_to_our_mail_joins_its_ticket() {
        Ticket ticket = opened("Invoice");

        Receipt receipt = room.arrive(answer(ticket, "", "The missing page."));

        assertThat(receipt.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(receipt.ticket()).isEqualTo(ticket.id());
        assertThat(last(ticket).reason()).isEqualTo("Answers a message of this ticket");
        assertThat(kinds(ticket)).contains("client-replied");
    }

    @Test
    void the_signed_number_joins_from_any_address_of_the_client() {
        Ticket ticket = opened("Invoice");
        String signed = signed(ticket);

        Receipt bySubject = room.arrive(mail(mailOf("bob", acme), "AW: Invoice [" + signed + "]", "", "From Bob"));
        Receipt byAddress = room.arrive(mail(mailOf("bob", acme), "New words", "", "By address")
                .replace("support@", "support+" + signed + "@"));

        assertThat(List.of(bySubject, byAddress))
                .allSatisfy(receipt -> assertThat(receipt.ticket()).isEqualTo(ticket.id()));
    }

    @Test
    void a_forged_sign_opens_a_new_ticket() {
        Ticket ticket = opened("Invoice");
        String wrong = ticket.number() + (signed(ticket).endsWith(".aaaaa") ? ".bbbbb" : ".aaaaa");

        Receipt receipt = room.arrive(mail(mailOf("bob", acme), "Re: [" + wrong + "]", "", "Let me in"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.OPENED);
    }

    @Test
    void the_bare_number_joins_only_when_the_sender_takes_part() {
        Ticket ticket = opened("Invoice");

        Receipt amyAgain = room.arrive(mail(amy, "About " + ticket.number(), "", "One more thing"));
        Receipt bob = room.arrive(mail(mailOf("bob", acme), "About " + ticket.number(), "", "Me too"));

        assertThat(amyAgain.ticket()).isEqualTo(ticket.id());
        assertThat(bob.outcome()).isEqualTo(Outcome.OPENED);
    }

    @Test
    void an_unknown_number_opens_a_new_ticket() {
        Receipt receipt = room.arrive(mail(amy, "Re: T-999999999", "", "Where is it?"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(room.ticketsOf(acme)).isOne();
    }

    @Test
    void another_clients_person_joins_nothing_whatever_it_names() {
        Ticket ticket = opened("Invoice");
        String answer = answer(ticket, "", "Let me see").replace(amy, mailOf("eve", room.client()));

        Receipt receipt = room.arrive(answer.replace("Re: Invoice", "[" + signed(ticket) + "]"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(room.ticket(receipt.ticket()).client()).isNotEqualTo(acme);
    }

    @Test
    void a_reply_in_time_wakes_a_closed_ticket() {
        Ticket ticket = opened("Invoice");
        String answer = answer(ticket, "", "There is one more error.");
        close(ticket, Duration.ofDays(7));

        Receipt receipt = room.arrive(answer);

        assertThat(receipt.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(room.ticket(ticket.id()).isOpen()).isTrue();
        assertThat(kinds(ticket)).contains("ticket-reopened", "client-replied");
    }

    @Test
    void a_late_reply_opens_a_follow_up_linked_both_ways() {
        Ticket old = opened("Invoice");
        String answer = answer(old, "", "There is one more error.");
        close(old, Duration.ofDays(7));
        room.clock.set(MailRoom.MORNING.plus(Duration.ofDays(8)));

        Receipt receipt = room.arrive(answer);

        Ticket young = room.ticket(receipt.ticket());
        assertThat(receipt.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(room.ticket(old.id()).status()).isEqualTo(Status.CLOSED);
        assertThat(room.in(() -> room.tickets.links(young.id())))
                .anySatisfy(link -> assertThat(link.target()).isEqualTo(old.number().value()));
        assertThat(room.in(() -> room.tickets.links(old.id())))
                .anySatisfy(link -> assertThat(link.target()).isEqualTo(young.number().value()));
    }

    @Test
    void mail_of_an_unknown_sender_is_the_service_desks() {
        Receipt receipt = room.arrive(mail("who@nowhere-" + acme + ".example", "Hello", "", "Can you help?"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(room.ticket(receipt.ticket()).client()).isEqualTo(ClientId.HOUSE);
    }

    @Test
    void a_ticket_moves_to_its_client_with_messages_and_papers() {
        Receipt house = room.arrive(withFile("who@nowhere-" + acme + ".example", "Scan"));

        var moved = room.in(() -> room.intake.moveTo(house.ticket(), acme));

        Ticket old = room.ticket(house.ticket());
        Ticket young = room.ticket(moved);
        assertThat(young.client()).isEqualTo(acme);
        assertThat(old.resolution()).isEqualTo("moved to " + young.number());
        assertThat(room.messages(moved)).singleElement().satisfies(message -> {
            assertThat(message.attachments()).singleElement().satisfies(paper -> {
                assertThat(paper.client()).isEqualTo(acme);
                assertThat(paper.about()).isEqualTo(moved.toString());
            });
        });
        assertThat(kinds(young)).contains("ticket-received");
        assertThatThrownBy(() -> room.in(() -> room.intake.moveTo(house.ticket(), acme)))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_reply_to_a_moved_ticket_lands_in_the_new_one() {
        String who = "who@nowhere-" + acme + ".example";
        Receipt house = room.arrive(mail(who, "Hello", "", "Can you help?"));
        String number = room.ticket(house.ticket()).number().value();
        var moved = room.in(() -> room.intake.moveTo(house.ticket(), acme));

        Receipt receipt = room.arrive(mail(who, "Re: Hello " + number, "", "Any news?"));

        assertThat(receipt.ticket()).isEqualTo(moved);
    }

    @Test
    void a_flood_is_kept_aside_and_told_once() {
        int house = room.ticketsOf(ClientId.HOUSE);

        List<Receipt> receipts = IntStream.range(0, 40)
                .mapToObj(i -> room.arrive(mail(amy, "Alarm " + i, "", "Disk full " + i)))
                .toList();

        assertThat(receipts).filteredOn(r -> r.outcome() == Outcome.OPENED).hasSize(30);
        assertThat(receipts).filteredOn(r -> r.outcome() == Outcome.REFUSED).hasSize(10);
        assertThat(room.ticketsOf(ClientId.HOUSE)).isEqualTo(house + 1);
    }

    @Test
    void two_robots_without_headers_end_after_two_exchanges() {
        List<Receipt> receipts = IntStream.range(0, 6)
                .mapToObj(i -> room.arrive(mail(amy, "Your request " + i, "", "Thank you for your mail.")))
                .toList();

        assertThat(receipts).filteredOn(r -> r.outcome() == Outcome.OPENED).hasSize(2);
    }

    @Test
    void what_was_kept_aside_becomes_a_ticket_when_a_person_says_so() {
        room.arrive(withFile(amy, "Scan").replace("Subject:", "Precedence: bulk\nSubject:"));
        Message aside = room.in(() -> room.conversation.aside()).stream()
                .filter(message -> message.author().equals(amy))
                .findFirst()
                .orElseThrow();

        Receipt receipt = room.in(() -> room.intake.release(aside.id()));

        assertThat(room.messages(receipt.ticket()).get(0).attachments()).hasSize(1);
        assertThat(room.messages(receipt.ticket()).get(0).state()).isEqualTo("RECEIVED");
        assertThatThrownBy(() -> room.in(() -> room.intake.release(aside.id()))).isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_program_calling_twice_with_one_key_opens_one_ticket() {
        String key = UUID.randomUUID().toString();

        Receipt first = room.in(() -> room.intake.receive(byApi(key)));
        Receipt second = room.in(() -> room.intake.receive(byApi(key)));
        Receipt other = room.in(() -> room.intake.receive(byApi(UUID.randomUUID().toString())));

        assertThat(second).extracting(Receipt::outcome, Receipt::ticket).containsExactly(Outcome.KNOWN, first.ticket());
        assertThat(other.outcome()).isEqualTo(Outcome.OPENED);
    }

    @Test
    void characters_the_database_cannot_hold_are_taken_out() {
        Receipt receipt = room.arrive(mail(amy, "Nul\0l", "", "a\0b\uD83D\uDC4D"));

        assertThat(room.messages(receipt.ticket()).get(0).text()).isEqualTo("ab\uD83D\uDC4D");
    }

    @Test
    void the_words_of_the_request_come_without_quoted_mail() {
        Receipt receipt = room.arrive(mail(amy, "Invoice", "", """
                Please enter the invoice.

                On Tue, 20 Jan 2026 at 10:00, Ravi <ravi@x.example> wrote:
                > Send it again."""));

        assertThat(room.in(() -> room.conversation.firstText(receipt.ticket())))
                .isEqualTo("Invoice\nPlease enter the invoice.");
        assertThat(room.in(() -> room.conversation.requesterMail(receipt.ticket()))).contains(amy);
    }

    @Test
    void a_clients_person_asks_and_answers_within_its_own_sight() {
        Ticket foreign = opened("Not yours");
        ClientId beta = room.client();
        LoggedIn.as(new CurrentUser("priya", "Priya", Set.of(Role.CLIENT), beta, Set.of("client:" + beta),
                new ClientRights(Set.of(ClientRole.REQUESTER), false, false), ""));
        try {
            Receipt asked = room.intake.receive(new InboundMessage("portal", UUID.randomUUID().toString(), beta,
                    "priya", "", "Scan", "Please enter it.",
                    List.of(new Attachment("a.txt", "text/plain", new byte[] {65})), List.of(), Map.of(), null, null,
                    room.clock.instant()));
            room.in(() -> room.conversation.note(asked.ticket(), "Looks easy."));
            room.intake.add(asked.ticket(), new InboundMessage("portal", UUID.randomUUID().toString(), beta, "priya", "",
                    "", "One more.", List.of(), List.of(), Map.of(), null, null, room.clock.instant()));

            assertThat(room.conversation.of(asked.ticket())).extracting(Message::direction)
                    .containsExactly(Direction.IN, Direction.IN);
            assertThat(room.conversation.of(foreign.id())).isEmpty();
            assertThatThrownBy(() -> room.intake.add(foreign.id(), byApi("x"))).isInstanceOf(TicketRefused.class);
            assertThatThrownBy(() -> room.conversation.reply(foreign.id(), new Draft(amy, "", "Hi", List.of(), false)))
                    .isInstanceOf(TicketRefused.class);
        } finally {
            LoggedIn.nobody();
        }
    }

    private InboundMessage byApi(String key) {
        return new InboundMessage("api", key, acme, "amy", "", "Invoice", "Please enter it.", List.of(), List.of(),
                Map.of(), null, null, room.clock.instant());
    }

    private Ticket opened(String subject) {
        return room.ticket(room.arrive(mail(amy, subject, "", "Please do this.")).ticket());
    }

    /** Writes to Amy on the ticket and answers with her answer to that. */
    private String answer(Ticket ticket, String headers, String text) {
        String ours = ourMailId(ticket);
        return mail(amy, "Re: Invoice", "In-Reply-To: <" + ours + ">\n" + headers, text);
    }

    private String ourMailId(Ticket ticket) {
        UUID id = room.in(() -> room.conversation.reply(ticket.id(), new Draft(amy, "", "We do.", List.of(), false)));
        return room.in(() -> room.jdbc.sql("select mail_id from message where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private String signed(Ticket ticket) {
        return room.in(() -> room.beans.getBean(TicketToken.class).of(ticket));
    }

    private void close(Ticket ticket, Duration open) {
        room.in(() -> {
            room.tickets.close(ticket.id(), "done", room.clock.instant().plus(open));
            return true;
        });
    }

    private Message last(Ticket ticket) {
        List<Message> all = room.messages(ticket.id());
        return all.get(all.size() - 1);
    }

    private List<String> kinds(Ticket ticket) {
        return room.in(() -> room.tickets.history(ticket.id())).stream()
                .map(event -> event.kind())
                .toList();
    }

    private static String withFile(String from, String subject) {
        return mail(from, subject, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n", """
                --b
                Content-Type: text/plain

                See the scan.
                --b
                Content-Type: application/pdf; name=scan.pdf
                Content-Disposition: attachment; filename=scan.pdf
                Content-Transfer-Encoding: base64

                JVBERi0xLjQK
                --b--""");
    }
}
