package org.ticketingos.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.UserChanged;
import org.ticketingos.channel.Message;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

class SeveralApproversTest {

    private static Office office;
    private static SignOff signOff;
    private static ClientReviewSteps steps;
    private static ClientReviewFiller filler;
    private static Ballots ballots;
    private static Approvals approvals;

    private ClientId client;
    private TicketId ticket;

    @BeforeAll
    static void open() {
        office = new Office();
        signOff = office.bean(SignOff.class);
        steps = office.bean(ClientReviewSteps.class);
        filler = office.bean(ClientReviewFiller.class);
        ballots = office.bean(Ballots.class);
        approvals = office.bean(Approvals.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** The workflow asks the form's trade whether the step is done, and only then goes on. */
    @BeforeEach
    void two_of_three_have_to_accept() {
        office.clock.set(Office.MORNING);
        office.workflow = given -> {
            if (filler.take(given.ticketId(), given.values(), given.actor())) {
                steps.decide(given.ticketId().toString(), given.values());
            }
        };
        client = office.client();
        rule(2, "bela@acme.example", "carl@acme.example", "dina@acme.example");
        ticket = office.ticket(client);
        office.invoice(ticket, "Bharat Paper", "BP-1", "118.00");
        office.run(() -> steps.deliver(ticket.toString()));
    }

    @AfterEach
    void nobody() {
        LoggedIn.nobody();
    }

    @Test
    void each_approver_gets_a_link_of_its_own_and_the_requester_is_told() {
        List<Message> mails = office.in(() -> office.conversation.of(ticket));

        assertThat(mails).extracting(Message::recipient).containsExactly(
                "amy@acme.example", "bela@acme.example", "carl@acme.example", "dina@acme.example");
        assertThat(mails.get(0).text()).doesNotContain("/sign-off/");
        assertThat(Set.of(token("bela@acme.example"), token("carl@acme.example"), token("dina@acme.example")))
                .hasSize(3);
        assertThat(mails.get(1).text()).contains("2 of 3 approvers have to accept");
    }

    @Test
    void accept_reject_is_open_and_says_who_is_missing() {
        accept("bela@acme.example");
        reject("carl@acme.example");

        assertThat(state()).isEqualTo("DELIVERED");
        SignOffState now = signOff.view(token("dina@acme.example")).orElseThrow().state();
        assertThat(now.needed()).isEqualTo(2);
        assertThat(now.seats()).filteredOn(seat -> seat.word() == null)
                .extracting(SignOffState.Seat::mail)
                .containsExactly("dina@acme.example");
    }

    @Test
    void accept_reject_accept_is_accepted_and_names_who_accepted() {
        accept("bela@acme.example");
        reject("carl@acme.example");
        accept("dina@acme.example");

        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(office.in(() -> office.deliverables.latest(ticket).orElseThrow().decidedBy()))
                .isEqualTo("bela@acme.example, dina@acme.example");
    }

    @Test
    void reject_reject_is_rejected_with_the_reasons_of_both() {
        reject("bela@acme.example");
        assertThat(state()).isEqualTo("DELIVERED");
        reject("dina@acme.example");

        assertThat(state()).isEqualTo("REJECTED");
        Deliverable round = office.in(() -> office.deliverables.latest(ticket).orElseThrow());
        assertThat(office.in(() -> office.deliverables.verdicts(round.id())))
                .singleElement()
                .extracting(ItemVerdict::reason)
                .isEqualTo("bela@acme.example found it / dina@acme.example found it");
        assertThat(office.in(() -> office.deliverables.comment(round.id())).orElseThrow()).contains("bela", "dina");
        assertThatThrownBy(() -> accept("carl@acme.example"))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("was rejected");
    }

    @Test
    void a_changed_mind_counts_once_and_both_words_stay_as_evidence() {
        reject("bela@acme.example");
        accept("bela@acme.example");
        assertThat(state()).isEqualTo("DELIVERED");
        accept("carl@acme.example");

        assertThat(state()).isEqualTo("ACCEPTED");
        Deliverable round = office.in(() -> office.deliverables.latest(ticket).orElseThrow());
        List<SignOffState.Word> words = office.in(() -> ballots.of(round)).words();
        assertThat(words).extracting(SignOffState.Word::accepts).containsExactly(false, true, true);
        assertThat(words).allSatisfy(word -> {
            assertThat(word.contentHash()).isEqualTo(round.contentHash());
            assertThat(word.identified()).isEqualTo("LINK");
            assertThat(word.at()).isEqualTo(Office.MORNING);
        });
        assertThatThrownBy(() -> office.jdbc.sql("update sign_off_vote set verdict = 'accept'").update())
                .rootCause()
                .hasMessageContaining("never changed");
    }

    @Test
    void portal_and_link_count_alike_and_say_how_the_person_was_known() {
        CurrentUser bela = new CurrentUser("bela", "Bela", Set.of(Role.CLIENT), client, Set.of(),
                new ClientRights(EnumSet.of(ClientRole.APPROVER), true, false), "Bela@acme.example");
        LoggedIn.as(bela);
        boolean done = office.in(() -> filler.take(ticket, Map.of("decision", "accept"), "bela"));
        LoggedIn.nobody();
        assertThat(done).isFalse();
        accept("carl@acme.example");

        assertThat(state()).isEqualTo("ACCEPTED");
        Deliverable round = office.in(() -> office.deliverables.latest(ticket).orElseThrow());
        assertThat(office.in(() -> ballots.of(round)).words()).extracting(SignOffState.Word::identified)
                .containsExactly("LOGIN", "LINK");
    }

    @Test
    void somebody_who_is_not_named_has_no_word() {
        assertThatThrownBy(() -> office.in(() -> filler.take(ticket, Map.of("decision", "accept"), "eve")))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("not one of the people");
    }

    @Test
    void only_those_who_are_silent_are_reminded() {
        accept("bela@acme.example");

        office.run(() -> steps.remind(ticket.toString()));

        assertThat(office.in(() -> office.conversation.of(ticket)).stream().skip(4))
                .extracting(Message::recipient)
                .containsExactly("carl@acme.example", "dina@acme.example");
    }

    @Test
    void silence_of_the_others_is_acceptance_as_before() {
        reject("bela@acme.example");

        office.run(() -> steps.deem(ticket.toString()));

        assertThat(state()).isEqualTo("DEEMED_ACCEPTED");
    }

    @Test
    void a_changed_rule_moves_no_open_decision() {
        rule(1, "bela@acme.example");

        accept("bela@acme.example");

        assertThat(state()).isEqualTo("DELIVERED");
    }

    @Test
    void the_contract_says_how_many_it_takes_at_least() {
        office.run(() -> office.jdbc.sql("update contract set sign_off_least = 2 where client_id = ?")
                .param(client.value())
                .update());

        assertThatThrownBy(() -> rule(1, "bela@acme.example", "carl@acme.example"))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("at least 2");
        assertThatThrownBy(() -> office.run(() -> approvals.clear(client, administrator())))
                .isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> rule(3, "bela@acme.example", "carl@acme.example"))
                .hasMessageContaining("Between 1 and 2");
        assertThatThrownBy(() -> rule(1, "bela@acme.example", "BELA@acme.example")).hasMessageContaining("twice");
    }

    @Test
    void only_the_companys_administrator_says_who_signs_off() {
        CurrentUser approver = new CurrentUser("bela", "Bela", Set.of(Role.CLIENT), client, Set.of(),
                new ClientRights(EnumSet.of(ClientRole.APPROVER), true, true), "");
        CurrentUser foreign = new CurrentUser("zed", "Zed", Set.of(Role.CLIENT), new ClientId("globex"), Set.of(),
                ClientRights.ALL, "");
        ApprovalRule rule = new ApprovalRule(1, List.of(new Approver("Zed", "zed@z.example", null)));

        assertThatThrownBy(() -> office.run(() -> approvals.save(client, rule, approver)))
                .isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> office.run(() -> approvals.save(client, rule, foreign)))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void an_approver_does_not_leave_unnoticed() {
        String login = "bela-" + UUID.randomUUID().toString().substring(0, 8);
        office.run(() -> office.jdbc.sql("""
                        insert into app_user (login, name, mail, password, roles, client_id)
                        values (?, 'Bela', 'bela@acme.example', 'x', '{CLIENT}', ?)""")
                .params(login, client.value())
                .update());
        office.run(() -> approvals.save(client, new ApprovalRule(1, List.of(
                new Approver("Bela", "bela@acme.example", login))), administrator()));
        UserChanged off = new UserChanged(client, "boss", login, "user-switched-off", Map.of());

        assertThatThrownBy(() -> office.run(() -> office.beans.publishEvent(off)))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("somebody else");
    }

    private void rule(int needed, String... mails) {
        List<Approver> people = java.util.Arrays.stream(mails)
                .map(mail -> new Approver(mail.substring(0, mail.indexOf('@')), mail, null))
                .toList();
        office.run(() -> approvals.save(client, new ApprovalRule(needed, people), administrator()));
    }

    private CurrentUser administrator() {
        return new CurrentUser(
                "boss", "Boss", Set.of(Role.CLIENT), client, Set.of(), ClientRights.ALL, "boss@acme.example");
    }

    private void accept(String mail) {
        signOff.decide(token(mail), true, "", List.of());
    }

    private void reject(String mail) {
        UUID item = signOff.view(token(mail)).orElseThrow().items().get(0).id();
        signOff.decide(token(mail), false, "Not so", List.of(new ItemVerdict(item, "wrong", mail + " found it")));
    }

    private String token(String mail) {
        Map<String, String> tokens = new HashMap<>();
        for (Office.Mailed message : office.mails(ticket)) {
            Matcher link = Pattern.compile("/sign-off/([0-9a-f]{32})\\b").matcher(message.text());
            if (link.find()) {
                tokens.putIfAbsent(message.recipient(), link.group(1));
            }
        }
        return tokens.get(mail);
    }

    private String state() {
        return office.in(() -> office.deliverables.latest(ticket).orElseThrow().state());
    }
}
