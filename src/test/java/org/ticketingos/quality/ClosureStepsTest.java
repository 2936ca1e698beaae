package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.channel.Draft;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class ClosureStepsTest {

    private static final QualityHouse HOUSE = new QualityHouse();
    private static final Pattern LINK = Pattern.compile("/survey/(\\S+)");

    private final ClosureSteps closure = HOUSE.bean(ClosureSteps.class);
    private final Surveys surveys = HOUSE.bean(Surveys.class);
    private final Tickets tickets = HOUSE.bean(Tickets.class);

    private TicketId ticket;

    @BeforeEach
    void a_ticket_of_a_client_who_may_reopen_for_14_days() {
        reset(HOUSE.conversation);
        when(HOUSE.conversation.requesterMail(any())).thenReturn(Optional.of("asha@acme.example"));
        HOUSE.at("2026-11-18T08:30:00Z");
        HOUSE.contract(20, "0.998", "FIELD");
        ticket = HOUSE.ticket();
    }

    @Test
    void the_survey_goes_out_by_mail_with_a_link_of_its_own() {
        String token = send();

        assertThat(surveys.view(token)).hasValueSatisfying(view -> {
            assertThat(view.number()).isEqualTo(get().number().value());
            assertThat(view.answered()).isFalse();
        });
        assertThat(HOUSE.run(() -> HOUSE.bean(JdbcClient.class)
                        .sql("select count(*) from survey where token_hash = ?")
                        .param(token)
                        .query(Integer.class)
                        .single()))
                .as("the token itself is not in the database")
                .isZero();
    }

    @Test
    void whoever_holds_the_link_answers_once() {
        String token = send();
        close();

        surveys.answer(token, 5, 9, "Quick!");

        assertThat(HOUSE.run(() -> surveys.of(ticket))).hasValue(new Answer(5, 9, "Quick!"));
        assertThat(surveys.view(token)).hasValueSatisfying(view -> assertThat(view.answered()).isTrue());
        assertThatThrownBy(() -> surveys.answer(token, 1, 0, "changed my mind"))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("answered already");
        assertThat(HOUSE.run(() -> closure.csat(ticket.toString()))).isEqualTo(5);
        assertThat(HOUSE.run(() -> closure.nps(ticket.toString()))).isEqualTo(9);
    }

    @Test
    void an_invented_link_shows_and_takes_nothing() {
        send();

        assertThat(surveys.view("not-a-token")).isEmpty();
        assertThatThrownBy(() -> surveys.answer("not-a-token", 5, 10, null)).isInstanceOf(TicketRefused.class);
    }

    @Test
    void figures_outside_the_scales_are_refused() {
        String token = send();

        assertThatThrownBy(() -> surveys.answer(token, 6, 5, null)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> surveys.answer(token, 3, 11, null)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> HOUSE.run(
                        () -> closure.recordSurvey(ticket.toString(), Map.of("csat", "many", "nps", "3"))))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void without_an_answer_the_facts_say_none() {
        send();

        assertThat(HOUSE.run(() -> closure.csat(ticket.toString()))).isZero();
        assertThat(HOUSE.run(() -> closure.nps(ticket.toString()))).isEqualTo(-1);
    }

    @Test
    void without_an_address_the_survey_waits_in_the_portal() {
        when(HOUSE.conversation.requesterMail(any())).thenReturn(Optional.empty());

        HOUSE.run(() -> closure.sendSurvey(ticket.toString()));
        HOUSE.run(() -> closure.recordSurvey(ticket.toString(), Map.of("csat", "4", "nps", "7", "comment", "")));

        assertThat(HOUSE.run(() -> surveys.of(ticket))).hasValue(new Answer(4, 7, ""));
        assertThat(HOUSE.run(() -> closure.people(ticket.toString()))).isEqualTo("client:quality-acme");
    }

    @Test
    void a_closed_ticket_can_be_reopened_for_as_long_as_the_contract_says() {
        close();

        assertThat(get().status()).isEqualTo(Status.CLOSED);
        assertThat(get().openUntil()).isEqualTo(Instant.parse("2026-12-02T08:30:00Z"));
    }

    @Test
    void a_withdrawn_ticket_is_not_asked_and_says_why_it_ended() {
        HOUSE.run(() -> tickets.withdraw(ticket, "Sent twice"));

        assertThat(HOUSE.run(() -> closure.surveyWanted(ticket.toString()))).isFalse();
        close();

        assertThat(get().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(get().resolution()).isEqualTo("withdrawn: Sent twice");
    }

    @Test
    void after_a_reopening_the_withdrawal_is_forgotten() {
        HOUSE.run(() -> tickets.withdraw(ticket, "Sent twice"));
        close();
        HOUSE.run(() -> tickets.reopen(ticket, "Not twice after all"));

        assertThat(HOUSE.run(() -> closure.surveyWanted(ticket.toString()))).isTrue();
    }

    @Test
    void the_recommendation_is_kept_with_the_survey() {
        send();
        close();

        assertThat(HOUSE.run(() -> HOUSE.bean(JdbcClient.class)
                        .sql("select recommendation from survey where ticket_id = ?")
                        .param(ticket.value())
                        .query(String.class)
                        .single()))
                .isEqualTo("renew");
        assertThat(HOUSE.run(() -> tickets.history(ticket)))
                .anySatisfy(event -> assertThat(event.fact("recommendation")).isEqualTo("renew"));
    }

    private String send() {
        HOUSE.run(() -> closure.sendSurvey(ticket.toString()));
        ArgumentCaptor<Draft> draft = ArgumentCaptor.forClass(Draft.class);
        verify(HOUSE.conversation).reply(eq(ticket), draft.capture());
        assertThat(draft.getValue().to()).isEqualTo("asha@acme.example");
        Matcher link = LINK.matcher(draft.getValue().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void close() {
        HOUSE.run(() -> closure.close(ticket.toString(), "renew"));
    }

    private Ticket get() {
        return HOUSE.run(() -> tickets.get(ticket));
    }
}
