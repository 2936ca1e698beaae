package org.ticketingos.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.Role;
import org.ticketingos.access.Users;
import org.ticketingos.channel.Message;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

class ClientReviewTest {

    private static Office office;
    private static ClientReviewSteps steps;
    private static ClientReviewFiller filler;

    @BeforeAll
    static void open() {
        office = new Office();
        steps = office.bean(ClientReviewSteps.class);
        filler = office.bean(ClientReviewFiller.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void a_delivery_is_data_and_a_report_in_the_conversation_with_a_link() {
        TicketId ticket = delivered();

        Deliverable deliverable = office.in(() -> office.deliverables.latest(ticket).orElseThrow());
        assertThat(deliverable.round()).isEqualTo(1);
        assertThat(deliverable.files()).extracting(file -> file.name().replaceAll("T-\\d+", "T")).containsExactly(
                "T-delivery-1.pdf", "T-delivery-1.csv", "T-delivery-1-lines.csv", "T-delivery-1.json");
        assertThat(text(deliverable.files().get(1))).isEqualTo(
                "item,type,vendor,documentNumber,documentDate,currency,net,tax,total\r\n"
                        + "1,invoice,\"Bharat \"\"Paper\"\", Pune\",'=BP-1,2026-01-20,INR,100.00,18.00,118.00\r\n");
        assertThat(text(deliverable.files().get(2))).isEqualTo("item,line,description,amount\r\n1,1,Paper,100.00\r\n");
        assertThat(text(deliverable.files().get(3))).contains("\"total\" : \"118.00\"", "\"reason\" : \"duplicate\"");
        assertThat(text(deliverable.files().get(0))).startsWith("%PDF-");

        Message mail = office.in(() -> office.conversation.of(ticket).get(0));
        assertThat(mail.recipient()).isEqualTo("amy@acme.example");
        assertThat(mail.attachments()).hasSize(4);
        assertThat(mail.text()).contains("http://localhost:8080/sign-off/", "27 January 2026");
        assertThat(office.history(ticket)).contains("delivered");
    }

    @Test
    void who_asks_but_may_not_decide_gets_no_link_and_the_approvers_get_one_each() {
        ClientId client = office.client();
        String approver = "bela@" + client + ".example";
        person(client, "amy@acme.example", ClientRole.REQUESTER);
        person(client, approver, ClientRole.APPROVER);
        TicketId ticket = office.ticket(client);
        office.invoice(ticket, "Bharat Paper", "BP-1", "118.00");
        office.run(() -> steps.deliver(ticket.toString()));
        office.run(() -> steps.remind(ticket.toString()));

        List<Message> mails = office.in(() -> office.conversation.of(ticket));
        assertThat(mails).extracting(Message::recipient).containsExactly("amy@acme.example", approver, approver);
        assertThat(mails).extracting(mail -> mail.text().contains("/sign-off/")).containsExactly(false, true, true);
    }

    @Test
    void an_address_nobody_knows_decides_nothing_where_the_company_has_named_who_does() {
        ClientId client = office.client();
        String approver = "bela@" + client + ".example";
        person(client, approver, ClientRole.APPROVER);
        TicketId ticket = office.ticket(client);
        office.invoice(ticket, "Bharat Paper", "BP-1", "118.00");

        office.run(() -> steps.deliver(ticket.toString()));

        List<Message> mails = office.in(() -> office.conversation.of(ticket));
        assertThat(mails).extracting(Message::recipient).containsExactly("amy@acme.example", approver);
        assertThat(mails).extracting(mail -> mail.text().contains("/sign-off/")).containsExactly(false, true);
    }

    private static void person(ClientId client, String mail, ClientRole role) {
        office.run(() -> office.bean(Users.class).add(
                new Users.User(UUID.randomUUID().toString(), "Somebody", mail, Set.of(Role.CLIENT), client, Set.of(), true,
                        new ClientRights(Set.of(role), true, false), null), "demo"));
    }

    @Test
    void the_term_counts_business_days_and_the_reminder_comes_at_its_middle() {
        TicketId ticket = delivered();

        // Wednesday 09:00; Thursday, Friday and, after Monday's holiday, Tuesday count; 32 of them are business hours.
        office.run(() -> {
            assertThat(steps.deemedAt(ticket.toString()).toInstant()).isEqualTo(Instant.parse("2026-01-27T12:30:00Z"));
            assertThat(steps.reminderAt(ticket.toString()).toInstant()).isEqualTo(Instant.parse("2026-01-22T12:30:00Z"));
        });
    }

    @Test
    void delivering_twice_is_delivering_once_until_the_client_has_answered() {
        TicketId ticket = delivered();

        office.run(() -> steps.deliver(ticket.toString()));

        office.run(() -> {
            assertThat(office.deliverables.of(ticket)).hasSize(1);
            assertThat(office.conversation.of(ticket)).hasSize(1);
        });
    }

    @Test
    void an_accepted_delivery_counts_its_recorded_documents_only() {
        TicketId ticket = delivered();

        assertThat(office.in(() -> office.deliverables.acceptedUnits(ticket))).isZero();
        boolean accepted = office.in(() -> steps.decide(ticket.toString(), Map.of("decision", "accept")));

        assertThat(accepted).isTrue();
        assertThat(office.in(() -> office.deliverables.acceptedUnits(ticket))).isEqualTo(1);
        assertThat(office.in(() -> office.deliverables.latest(ticket).orElseThrow().state())).isEqualTo("ACCEPTED");
        assertThatThrownBy(() -> office.run(() -> steps.decide(ticket.toString(), Map.of("decision", "accept"))))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void rework_is_delivered_as_a_new_round_and_never_counted_twice() {
        TicketId ticket = delivered();
        WorkItem item = office.in(() -> office.items.of(ticket).get(0));
        boolean accepted = office.in(() -> steps.decide(ticket.toString(), Map.of(
                "decision", "reject", "comment", "Wrong total",
                "items", List.of(Map.of("item", item.id().toString(), "verdict", "wrong", "reason", "It is 119.00")))));

        assertThat(accepted).isFalse();
        office.run(() -> {
            Deliverable first = office.deliverables.of(ticket).get(0);
            assertThat(first.state()).isEqualTo("REJECTED");
            assertThat(office.deliverables.comment(first.id())).contains("Wrong total");
            assertThat(office.deliverables.verdicts(first.id()))
                    .containsExactly(new ItemVerdict(item.id(), "wrong", "It is 119.00"));
            office.items.correct(item.id(), "total", "119.00", "amy");
            steps.deliver(ticket.toString());
            steps.decide(ticket.toString(), Map.of("decision", "accept"));
        });

        office.run(() -> {
            assertThat(office.deliverables.of(ticket)).extracting(Deliverable::round).containsExactly(1, 2);
            assertThat(office.deliverables.of(ticket)).extracting(Deliverable::contentHash).doesNotHaveDuplicates();
            assertThat(office.deliverables.acceptedUnits(ticket)).isEqualTo(1);
        });
    }

    @Test
    void silence_is_acceptance_and_says_so() {
        TicketId ticket = delivered();

        office.run(() -> steps.remind(ticket.toString()));
        office.run(() -> steps.deem(ticket.toString()));
        office.run(() -> steps.remind(ticket.toString()));

        assertThat(office.in(() -> office.deliverables.latest(ticket).orElseThrow().state())).isEqualTo("DEEMED_ACCEPTED");
        assertThat(office.history(ticket)).containsSubsequence("sign-off-reminded", "deliverable-accepted");
        assertThat(office.history(ticket)).filteredOn("sign-off-reminded"::equals).hasSize(1);
    }

    @Test
    void a_contract_without_sign_off_accepts_at_once() {
        TicketId ticket = office.ticket(office.client());
        office.run(() -> office.jdbc.sql("update contract set review_required = false where id = ?")
                .param(office.tickets.get(ticket).contractId())
                .update());
        office.invoice(ticket, "Bharat Paper", "BP-9", "118.00");

        office.run(() -> {
            assertThat(steps.reviewRequired(ticket.toString())).isFalse();
            steps.deliver(ticket.toString());
            steps.acceptByContract(ticket.toString());
        });

        office.run(() -> {
            assertThat(office.deliverables.latest(ticket).orElseThrow().decidedBy()).isEqualTo("contract");
            assertThat(office.conversation.of(ticket).get(0).text()).doesNotContain("/sign-off/");
        });
    }

    @Test
    void the_form_shows_each_document_and_asks_for_reasons() {
        TicketId ticket = delivered();
        WorkItem item = office.in(() -> office.items.of(ticket).get(0));

        office.run(() -> {
            var content = filler.fill(ticket);
            assertThat(content.documents()).hasSize(4);
            assertThat(ClientReviewFiller.rows(content.values())).hasSize(1);
            assertThat(ClientReviewFiller.rows(content.values()).get(0).get("label"))
                    .isEqualTo("Document 1: invoice =BP-1, Bharat \"Paper\", Pune, total INR 118.00");

            assertThat(filler.check(ticket, Map.of("decision", "accept"))).isEmpty();
            assertThat(filler.check(ticket, Map.of("decision", "reject"))).containsOnlyKeys("comment");
            assertThat(filler.check(ticket, Map.of("decision", "reject", "comment", "no", "items",
                    List.of(Map.of("item", item.id().toString(), "verdict", "wrong"))))).containsOnlyKeys("items[0].reason");
            assertThat(filler.check(ticket, Map.of("decision", "accept", "items",
                    List.of(Map.of("item", item.id().toString(), "verdict", "wrong", "reason", "total")))))
                    .containsOnlyKeys("decision");
            assertThat(filler.check(ticket, Map.of("decision", "reject", "comment", "no", "items",
                    List.of(Map.of("item", "4711", "verdict", "wrong", "reason", "x"))))).containsOnlyKeys("items[0].verdict");
        });
    }

    private static TicketId delivered() {
        TicketId ticket = office.ticket(office.client());
        office.run(() -> {
            WorkItem item = office.items.add(ticket, "invoice", null);
            Map<String, String> fields = Office.fields("Bharat \"Paper\", Pune", "=BP-1", "118.00");
            fields.put("lines[1].description", "Paper");
            fields.put("lines[1].amount", "100.00");
            office.items.record(item.id(), "invoice", fields, "amy");
            office.items.reject(office.items.add(ticket, "invoice", null).id(), "duplicate", "amy");
            steps.deliver(ticket.toString());
        });
        return ticket;
    }

    private static String text(DocumentRef file) {
        return office.in(() -> new String(office.documents.bytes(file.id()), StandardCharsets.UTF_8));
    }
}
