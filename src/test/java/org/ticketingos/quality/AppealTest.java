package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.quality.ReviewDay.LEELA;
import static org.ticketingos.quality.ReviewDay.OMAR;
import static org.ticketingos.quality.ReviewDay.RAVI;
import static org.ticketingos.quality.ReviewDay.question;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class AppealTest {

    private static final QualityHouse HOUSE = new QualityHouse();

    private final ReviewDay day = new ReviewDay(HOUSE);
    private final Appeals appeals = HOUSE.bean(Appeals.class);
    private TicketId ticket;
    private UUID item;

    @BeforeEach
    void a_review_with_one_wrong_field() {
        HOUSE.forgetWork();
        HOUSE.at("2026-11-18T08:30:00Z");
        HOUSE.contract(100, "0.998", "FIELD");
        ticket = HOUSE.ticket();
        item = HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "181.00");
        HOUSE.run(() -> HOUSE.bean(QualitySteps.class).sample(ticket.toString(), 100));
    }

    @AfterEach
    void nobody() {
        LoggedIn.nobody();
        day.noScorecard();
    }

    @Test
    void what_is_overturned_counts_no_more_and_no_old_row_is_changed() {
        Accuracy before = accuracy();
        day.first(RAVI, ticket, Map.of(item + ":total", "118.00"), Map.of());
        assertThat(accuracy().errors()).as("wrong until decided").isEqualTo(before.errors() + 1);
        day.dispute(ticket, "agent");
        assertThat(accuracy().errors()).as("wrong until decided").isEqualTo(before.errors() + 1);

        day.rule(LEELA, ticket, true);

        assertThat(accuracy().errors()).isEqualTo(before.errors());
        assertThat(accuracy().inspected()).isEqualTo(before.inspected() + 2);
        assertThat(day.standing(ticket).errors()).as("the raw row").isEqualTo(1);
        assertThat(HOUSE.run(() -> HOUSE.bean(Defects.class).open(ticket))).isEmpty();
        assertThat(HOUSE.run(() -> HOUSE.bean(Defects.class).of(ticket)))
                .singleElement()
                .matches(Defect::withdrawn);
        assertThat(kinds()).containsSubsequence("verdict-disputed", "appeal-decided");
        OwnVerdict verdict = HOUSE.run(() -> HOUSE.bean(OwnVerdicts.class).of(ticket, "agent")).get(0);
        assertThat(verdict.errors()).isZero();
        assertThat(verdict.appeal().orElseThrow().overturned()).isEqualTo(1);
    }

    @Test
    void a_verdict_that_stands_stays_as_it_was() {
        Accuracy before = accuracy();
        day.first(RAVI, ticket, Map.of(item + ":total", "118.00"), Map.of());
        day.dispute(ticket, "agent");

        day.rule(LEELA, ticket, false);

        assertThat(accuracy().errors()).isEqualTo(before.errors() + 1);
        assertThat(HOUSE.run(() -> HOUSE.bean(Defects.class).open(ticket))).hasSize(1);
        assertThat(HOUSE.run(() -> HOUSE.bean(OwnVerdicts.class).of(ticket, "agent")).get(0).appeal().orElseThrow().open())
                .isFalse();
    }

    @Test
    void an_overturned_answer_corrects_the_score_beside_the_old_one() {
        day.scorecard(question("Complete?", 50), question("Coded?", 50));
        TicketId scored = HOUSE.ticket();
        HOUSE.invoice(scored, "total", "118.00");
        HOUSE.run(() -> HOUSE.bean(QualitySteps.class).sample(scored.toString(), 100));
        day.first(RAVI, scored, Map.of(), Map.of("Coded?", "no"));
        day.dispute(scored, "agent");

        day.rule(LEELA, scored, true);

        UUID review = day.standing(scored).id();
        assertThat(HOUSE.run(() -> HOUSE.bean(Scores.class).of(review)).orElseThrow().weighted())
                .isEqualByComparingTo("0.5");
        assertThat(HOUSE.run(() -> HOUSE.bean(OwnVerdicts.class).of(scored, "agent")).get(0).score().weighted())
                .isEqualByComparingTo("1");
    }

    @Test
    void neither_the_reviewer_nor_the_agent_decides() {
        day.first(LEELA, ticket, Map.of(item + ":total", "118.00"), Map.of());
        day.dispute(ticket, "agent");

        assertThatThrownBy(() -> day.rule(LEELA, ticket, true)).isInstanceOf(TicketRefused.class)
                .hasMessageContaining("reviewed this work yourself");
        assertThatThrownBy(() -> day.rule(ReviewDay.reviewer("agent"), ticket, true)).isInstanceOf(TicketRefused.class)
                .hasMessageContaining("own work");
        day.rule(OMAR, ticket, true);
        assertThatThrownBy(() -> day.rule(OMAR, ticket, true)).isInstanceOf(TicketRefused.class);
    }

    @Test
    void only_whose_work_it_is_disputes_once_in_time_with_a_reason() {
        day.first(RAVI, ticket, Map.of(item + ":total", "118.00"), Map.of());
        Review review = day.standing(ticket);
        Set<UUID> points = Set.copyOf(HOUSE.run(() -> appeals.disputable(review)));

        assertThatThrownBy(() -> day.dispute(ticket, "agent2")).hasMessageContaining("Only whoever did the work");
        assertThatThrownBy(() -> HOUSE.run(() -> appeals.dispute(review.id(), points, " ", "agent")))
                .hasMessageContaining("Say why");
        assertThatThrownBy(() -> HOUSE.run(() -> appeals.dispute(review.id(), Set.of(), "no", "agent")))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> HOUSE.run(() ->
                        appeals.dispute(review.id(), Set.of(UUID.randomUUID()), "no", "agent")))
                .hasMessageContaining("at least one");
        HOUSE.at("2026-11-25T08:30:01Z");
        assertThatThrownBy(() -> day.dispute(ticket, "agent")).hasMessageContaining("over");
        HOUSE.run(() -> HOUSE.bean(ReviewRules.class)
                .set(QualityHouse.CLIENT, "data-entry", new ReviewRules.Rules(14, 0), "supervisor"));
        day.dispute(ticket, "agent");
        assertThatThrownBy(() -> day.dispute(ticket, "agent")).hasMessageContaining("already");
        HOUSE.at("2026-11-26T08:30:01Z");
        HOUSE.run(() -> HOUSE.bean(ReviewRules.class)
                .set(QualityHouse.CLIENT, "data-entry", new ReviewRules.Rules(7, 0), "supervisor"));
    }

    @Test
    void the_form_of_the_appeal_names_neither_agent_nor_reviewer() {
        day.first(RAVI, ticket, Map.of(item + ":total", "118.00"), Map.of());
        day.dispute(ticket, "agent");

        String shown = HOUSE.run(() -> HOUSE.bean(AppealForm.class).fill(ticket)).toString();

        assertThat(shown).contains("The page says 181.", "118.00", "Mistyped").doesNotContain("ravi", "agent");
    }

    @Test
    void a_defect_withdrawn_during_rework_leaves_nothing_to_correct_and_closes_the_defect_ticket() {
        day.first(RAVI, ticket, Map.of(item + ":total", "118.00"), Map.of());
        HOUSE.run(() -> HOUSE.bean(DefectSteps.class).enter(ticket.toString()));
        TicketId under = HOUSE.run(() -> HOUSE.bean(Defects.class).of(ticket)).get(0).defectTicket();
        day.dispute(ticket, "agent");
        day.rule(LEELA, ticket, true);

        HOUSE.run(() -> HOUSE.bean(DefectSteps.class).resubmit(ticket.toString(), Map.of("corrections", List.of())));

        assertThat(HOUSE.run(() -> HOUSE.bean(Tickets.class).get(under)).status().name()).isEqualTo("CLOSED");
    }

    private Accuracy accuracy() {
        return HOUSE.run(() -> HOUSE.bean(Reviews.class).accuracy(
                HOUSE.bean(Clients.class).contract("quality-c"),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z")));
    }

    private List<String> kinds() {
        return HOUSE.run(() -> HOUSE.bean(Tickets.class).history(ticket)).stream().map(RecordedEvent::kind).toList();
    }
}
