package org.ticketingos.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

class SignOffTest {

    private static Office office;
    private static SignOff signOff;
    private static ClientReviewSteps steps;

    @BeforeAll
    static void open() {
        office = new Office();
        signOff = office.bean(SignOff.class);
        steps = office.bean(ClientReviewSteps.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void workflow_completes_the_step() {
        office.clock.set(Office.MORNING);
        office.workflow = given -> steps.decide(given.ticketId().toString(), given.values());
    }

    @Test
    void looking_decides_nothing() {
        TicketId ticket = delivered();
        String token = token(ticket);

        SignOffView view = signOff.view(token).orElseThrow();
        signOff.view(token);

        assertThat(view.isOpen()).isTrue();
        assertThat(view.approver()).isEqualTo("amy@acme.example");
        assertThat(view.items()).hasSize(1);
        assertThat(signOff.file(token, view.files().get(0).id())).isPresent();
        assertThat(signOff.file(token, UUID.randomUUID())).isEmpty();
        assertThat(state(ticket)).isEqualTo("DELIVERED");
    }

    @Test
    void a_link_decides_once_and_names_who_decided() {
        TicketId ticket = delivered();
        String token = token(ticket);

        signOff.decide(token, true, "", List.of());

        assertThat(state(ticket)).isEqualTo("ACCEPTED");
        assertThat(office.in(() -> office.deliverables.latest(ticket).orElseThrow().decidedBy()))
                .isEqualTo("amy@acme.example");
        assertThat(signOff.view(token).orElseThrow().problem()).isEqualTo("This delivery has been accepted already.");
        assertThatThrownBy(() -> signOff.decide(token, false, "changed my mind", List.of()))
                .isInstanceOf(TicketRefused.class);
        assertThat(state(ticket)).isEqualTo("ACCEPTED");
    }

    @Test
    void a_rejection_carries_its_reasons_and_closes_all_links_of_the_round() {
        TicketId ticket = delivered();
        office.run(() -> steps.remind(ticket.toString()));
        String first = token(ticket, 0);
        String reminder = token(ticket, 1);
        UUID item = signOff.view(first).orElseThrow().items().get(0).id();

        signOff.decide(reminder, false, "Wrong number", List.of(new ItemVerdict(item, "wrong", "It is BP-7")));

        assertThat(state(ticket)).isEqualTo("REJECTED");
        assertThat(first).isNotEqualTo(reminder);
        assertThatThrownBy(() -> signOff.decide(first, true, "", List.of()))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("was rejected");
    }

    @Test
    void after_the_term_a_link_shows_and_decides_no_more() {
        TicketId ticket = delivered();
        String token = token(ticket);
        office.clock.set(Office.MORNING.plus(Duration.ofDays(30)));

        assertThat(signOff.view(token).orElseThrow().problem()).isEqualTo("The term for signing off has passed.");
        assertThatThrownBy(() -> signOff.decide(token, true, "", List.of())).isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_link_is_bound_to_the_content_it_was_sent_with() {
        TicketId ticket = delivered();
        String token = token(ticket);
        office.run(() -> office.jdbc.sql("update deliverable set content_hash = 'other' where ticket_id = ?")
                .param(ticket.value())
                .update());

        assertThatThrownBy(() -> signOff.decide(token, true, "", List.of()))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("has changed");
    }

    @Test
    void a_guessed_link_shows_nothing_and_the_secret_is_not_in_the_database() {
        TicketId ticket = delivered();

        assertThat(signOff.view("0123456789abcdef0123456789abcdef")).isEmpty();
        assertThatThrownBy(() -> signOff.decide("0123456789abcdef0123456789abcdef", true, "", List.of()))
                .isInstanceOf(TicketRefused.class);
        assertThat(office.in(() -> office.jdbc.sql("select count(*) from approval_token where token_hash = ?")
                .param(token(ticket))
                .query(Integer.class)
                .single())).isZero();
    }

    @Test
    void when_the_answer_is_refused_or_nobody_takes_it_in_the_link_stays_good() {
        TicketId ticket = delivered();
        String token = token(ticket);
        office.workflow = given -> {
            throw new TicketRefused("One field needs attention.");
        };
        assertThatThrownBy(() -> signOff.decide(token, false, "", List.of())).isInstanceOf(TicketRefused.class);
        office.workflow = given -> {};
        assertThatThrownBy(() -> signOff.decide(token, true, "", List.of())).isInstanceOf(IllegalStateException.class);

        workflow_completes_the_step();
        signOff.decide(token, true, "", List.of());

        assertThat(state(ticket)).isEqualTo("ACCEPTED");
    }

    private static TicketId delivered() {
        TicketId ticket = office.ticket(office.client());
        office.invoice(ticket, "Bharat Paper", "BP-1", "118.00");
        office.run(() -> steps.deliver(ticket.toString()));
        return ticket;
    }

    private static String token(TicketId ticket) {
        return token(ticket, 0);
    }

    private static String token(TicketId ticket, int message) {
        String text = office.mails(ticket).get(message).text();
        Matcher link = Pattern.compile("/sign-off/([0-9a-f]{32})\\b").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String state(TicketId ticket) {
        return office.in(() -> office.deliverables.latest(ticket).orElseThrow().state());
    }
}
