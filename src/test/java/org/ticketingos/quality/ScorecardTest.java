package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.quality.ReviewDay.RAVI;
import static org.ticketingos.quality.ReviewDay.fatal;
import static org.ticketingos.quality.ReviewDay.question;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

class ScorecardTest {

    private static final QualityHouse HOUSE = new QualityHouse();

    private final ReviewDay day = new ReviewDay(HOUSE);
    private final Scorecards cards = HOUSE.bean(Scorecards.class);

    @BeforeEach
    void a_contract() {
        HOUSE.forgetWork();
        HOUSE.at("2026-11-18T08:30:00Z");
        HOUSE.contract(20, "0.998", "FIELD");
    }

    @AfterEach
    void nobody() {
        LoggedIn.nobody();
        day.noScorecard();
    }

    @Test
    void the_score_of_a_review_is_weighted_and_its_raw_answers_are_kept() {
        day.scorecard(question("Complete?", 20), question("Readable?", 30), question("In time?", 25), question("Coded?", 25));
        TicketId ticket = work();

        day.first(RAVI, ticket, Map.of(), Map.of("Readable?", "partly", "Coded?", "na"));

        UUID review = day.standing(ticket).id();
        assertThat(HOUSE.run(() -> HOUSE.bean(Scores.class).of(review)).orElseThrow().weighted())
                .isEqualByComparingTo("0.8");
        assertThat(HOUSE.run(() -> HOUSE.bean(Scores.class).answers(review)))
                .extracting(Scores.Answer::mark)
                .containsExactly(Mark.YES, Mark.PARTLY, Mark.YES, Mark.NA);
    }

    @Test
    void a_failed_fatal_item_fails_the_review_and_the_field_check_alone_decides_about_rework() {
        day.scorecard(question("Complete?", 50), fatal("No personal data in notes?", 50));
        TicketId ticket = work();

        assertThat(day.first(RAVI, ticket, Map.of(), Map.of("No personal data in notes?", "no"))).isEqualTo("PASSED");

        ScoreFormula.Score score = HOUSE.run(() -> HOUSE.bean(Scores.class).of(day.standing(ticket).id())).orElseThrow();
        assertThat(score.failed()).isTrue();
        assertThat(score.weighted()).isEqualByComparingTo("0.5");
        assertThat(score.counted()).isEqualByComparingTo("0");
    }

    @Test
    void a_changed_weight_never_rewrites_old_scores_nor_touches_what_was_sampled_before() {
        day.scorecard(question("Complete?", 50), question("Coded?", 50));
        TicketId old = work();
        TicketId waiting = work();
        day.first(RAVI, old, Map.of(), Map.of("Coded?", "no"));

        HOUSE.at("2026-11-19T08:30:00Z");
        day.scorecard(question("Complete?", 90), question("Coded?", 10));
        TicketId fresh = work();
        day.first(RAVI, waiting, Map.of(), Map.of("Coded?", "no"));
        day.first(RAVI, fresh, Map.of(), Map.of("Coded?", "no"));

        assertThat(weighted(old)).isEqualByComparingTo("0.5");
        assertThat(weighted(waiting)).isEqualByComparingTo("0.5");
        assertThat(weighted(fresh)).isEqualByComparingTo("0.9");
    }

    @Test
    void an_answer_left_out_is_refused_by_the_engine_s_own_check() {
        day.scorecard(question("Complete?", 50), question("Coded?", 50));
        TicketId ticket = work();
        Map<String, Object> fields = Map.of("checks", day.filled(
                HOUSE.bean(ReviewForm.class), ticket, Map.of(), Map.of()).get("checks"));
        LoggedIn.as(RAVI);

        assertThat(HOUSE.run(() -> HOUSE.bean(ReviewForm.class).check(ticket, fields)))
                .containsEntry("questions", "Every question must be answered; still missing: 2.");
        assertThatThrownBy(() -> HOUSE.run(() -> HOUSE.bean(QualitySteps.class).score(ticket.toString(), fields)))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_no_without_a_reason_and_a_question_of_another_scorecard_are_refused() {
        day.scorecard(question("Complete?", 50));
        TicketId ticket = work();
        LoggedIn.as(RAVI);
        Object checks = day.filled(HOUSE.bean(ReviewForm.class), ticket, Map.of(), Map.of()).get("checks");

        Map<String, Object> form = Map.of("checks", checks, "questions", List.of(
                Map.of("question", UUID.randomUUID().toString(), "mark", "no")));

        assertThat(HOUSE.run(() -> HOUSE.bean(ReviewForm.class).check(ticket, form)))
                .containsKeys("questions[0].question", "questions[0].remark", "questions");
    }

    @Test
    void nobody_puts_an_own_draft_in_force() {
        Scorecard draft = HOUSE.run(() ->
                cards.draft(QualityHouse.CLIENT, "data-entry", "Keying", List.of(question("Complete?", 1)), "analyst"));

        assertThatThrownBy(() -> HOUSE.run(() -> cards.activate(draft.id(), "analyst")))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("somebody else");
        assertThat(HOUSE.run(() -> cards.activate(draft.id(), "supervisor")).inForce()).isTrue();
        assertThatThrownBy(() -> HOUSE.run(() -> cards.activate(draft.id(), "admin"))).isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_scorecard_nobody_could_fill_is_refused_in_words() {
        assertRefused("weight above 0", question("Complete?", 0));
        assertRefused("0 to 100", question("Complete?", 101));
        assertRefused("needs words", question(" ", 10));
        assertRefused("1 to 40");
    }

    private void assertRefused(String words, Scorecard.Question... questions) {
        assertThatThrownBy(() -> HOUSE.run(() ->
                        cards.draft(QualityHouse.CLIENT, "data-entry", "Keying", List.of(questions), "analyst")))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining(words);
    }

    private java.math.BigDecimal weighted(TicketId ticket) {
        return HOUSE.run(() -> HOUSE.bean(Scores.class).of(day.standing(ticket).id())).orElseThrow().weighted();
    }

    private TicketId work() {
        TicketId ticket = HOUSE.ticket();
        HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "181.00");
        HOUSE.run(() -> HOUSE.bean(QualitySteps.class).sample(ticket.toString(), 100));
        return ticket;
    }
}
