package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.quality.ReviewDay.LEELA;
import static org.ticketingos.quality.ReviewDay.OMAR;
import static org.ticketingos.quality.ReviewDay.RAVI;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

class SecondLookTest {

    private static final QualityHouse HOUSE = new QualityHouse();

    private final ReviewDay day = new ReviewDay(HOUSE);

    @BeforeEach
    void every_review_is_repeated() {
        HOUSE.forgetWork();
        HOUSE.at("2026-10-18T08:30:00Z");
        HOUSE.contract(100, "0.998", "FIELD");
        second(100);
    }

    @AfterEach
    void no_review_is_repeated() {
        HOUSE.at("2026-10-19T08:30:00Z");
        second(0);
        HOUSE.run(() -> HOUSE.bean(JdbcClient.class).sql("delete from review_rules").update());
        LoggedIn.nobody();
    }

    @Test
    void what_the_second_level_finds_stands_and_the_first_result_is_kept() {
        ReviewFigures.SecondLevel earlier = agreement();
        TicketId ticket = work();
        UUID item = HOUSE.invoice(ticket, "total", "181.00");
        sampled(ticket);

        assertThat(day.first(RAVI, ticket, Map.of(), Map.of())).isEqualTo("SECOND");
        assertThat(HOUSE.run(() -> HOUSE.bean(Defects.class).of(ticket))).isEmpty();
        assertThat(day.second(LEELA, ticket, Map.of(item + ":total", "118.00"), Map.of())).isEqualTo("DEFECTS");

        assertThat(HOUSE.run(() -> HOUSE.bean(Defects.class).open(ticket))).hasSize(1);
        assertThat(HOUSE.run(() -> HOUSE.bean(Reviews.class).of(ticket)))
                .extracting(Review::reviewer, Review::level, Review::errors)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ravi", 1, 0),
                        org.assertj.core.groups.Tuple.tuple("leela", 2, 1));
        ReviewFigures.SecondLevel after = agreement();
        assertThat(after.reviews()).isEqualTo(earlier.reviews() + 1);
        assertThat(after.fields()).isEqualTo(earlier.fields() + 1);
        assertThat(after.same()).isEqualTo(earlier.same());
    }

    @Test
    void a_first_look_counts_once_whatever_the_second_says() {
        Accuracy before = accuracy();
        TicketId ticket = work();
        UUID item = HOUSE.invoice(ticket, "vendor", "Deccan", "total", "181.00");
        sampled(ticket);

        day.first(RAVI, ticket, Map.of(item + ":total", "118.00"), Map.of());
        day.second(LEELA, ticket, Map.of(), Map.of());

        assertThat(accuracy().inspected()).isEqualTo(before.inspected() + 2);
        assertThat(accuracy().errors()).isEqualTo(before.errors());
    }

    @Test
    void the_first_reviewer_does_not_look_twice_and_a_superseded_verdict_is_not_disputed() {
        TicketId ticket = work();
        UUID item = HOUSE.invoice(ticket, "total", "181.00");
        sampled(ticket);
        day.first(LEELA, ticket, Map.of(item + ":total", "118.00"), Map.of());

        assertThatThrownBy(() -> day.second(LEELA, ticket, Map.of(), Map.of()))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("first look yourself");
        day.second(OMAR, ticket, Map.of(item + ":total", "118.00"), Map.of());
        UUID first = HOUSE.run(() -> HOUSE.bean(Reviews.class).of(ticket)).get(0).id();
        assertThatThrownBy(() -> HOUSE.run(() -> HOUSE.bean(Appeals.class)
                        .dispute(first, java.util.Set.of(UUID.randomUUID()), "no", "agent")))
                .hasMessageContaining("looked again");
    }

    @Test
    void the_second_reviewer_sees_nothing_of_the_first_result() {
        TicketId ticket = work();
        UUID item = HOUSE.invoice(ticket, "total", "181.00");
        sampled(ticket);
        String before = HOUSE.run(() -> HOUSE.bean(SecondReviewForm.class).fill(ticket)).toString();

        day.first(RAVI, ticket, Map.of(item + ":total", "118.00"), Map.of());

        assertThat(HOUSE.run(() -> HOUSE.bean(SecondReviewForm.class).fill(ticket)).toString()).isEqualTo(before);
        assertThat(before).doesNotContain("ravi", "118.00");
    }

    @Test
    void without_an_agreed_share_nothing_is_looked_at_twice_and_rework_never_is() {
        TicketId ticket = work();
        UUID item = HOUSE.invoice(ticket, "total", "181.00");
        sampled(ticket);
        day.first(RAVI, ticket, Map.of(item + ":total", "118.00"), Map.of());
        day.second(LEELA, ticket, Map.of(item + ":total", "118.00"), Map.of());

        assertThat(day.first(RAVI, ticket, Map.of(), Map.of())).as("second round").isEqualTo("PASSED");
        HOUSE.at("2026-10-18T09:30:00Z");
        second(0);
        TicketId other = work();
        HOUSE.invoice(other, "total", "181.00");
        sampled(other);
        assertThat(day.first(RAVI, other, Map.of(), Map.of())).isEqualTo("PASSED");
    }

    private void second(int percent) {
        HOUSE.run(() -> HOUSE.bean(ReviewRules.class)
                .set(QualityHouse.CLIENT, "data-entry", new ReviewRules.Rules(7, percent), "supervisor"));
    }

    private static TicketId work() {
        return HOUSE.ticket();
    }

    private static void sampled(TicketId ticket) {
        HOUSE.run(() -> HOUSE.bean(QualitySteps.class).sample(ticket.toString(), 100));
    }

    private static ReviewFigures.SecondLevel agreement() {
        return HOUSE.run(() -> HOUSE.bean(ReviewFigures.class)
                .secondLevel(QualityHouse.CLIENT, "data-entry", Instant.parse("2026-10-01T00:00:00Z")));
    }

    private static Accuracy accuracy() {
        return HOUSE.run(() -> HOUSE.bean(Reviews.class).accuracy(
                HOUSE.bean(Clients.class).contract("quality-c"),
                Instant.parse("2026-10-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z")));
    }
}
