package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.quality.ReviewDay.LEELA;
import static org.ticketingos.quality.ReviewDay.RAVI;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.quality.ReviewQueue.Offer;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

class ReviewQueueTest {

    private static final QualityHouse HOUSE = new QualityHouse();

    private final ReviewDay day = new ReviewDay(HOUSE);
    private final ReviewQueue queue = HOUSE.bean(ReviewQueue.class);

    @BeforeEach
    void nothing_waits() {
        HOUSE.forgetWork();
        HOUSE.at("2026-11-18T08:30:00Z");
        HOUSE.contract(100, "0.998", "FIELD");
        HOUSE.run(() -> HOUSE.bean(JdbcClient.class)
                .sql("delete from inbox_item where client_id = ?").param(QualityHouse.CLIENT.value()).update());
    }

    @AfterEach
    void nobody() {
        LoggedIn.nobody();
        nothing_waits();
    }

    @Test
    void two_reviewers_get_two_orders_neither_of_which_is_that_of_arrival() {
        List<String> arrival = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            arrival.add(waiting(work(), "quality-review", null));
        }

        List<String> one = order(RAVI, "one");

        assertThat(one).containsExactlyInAnyOrderElementsOf(arrival).isNotEqualTo(arrival);
        assertThat(order(RAVI, "one")).as("stable").isEqualTo(one);
        assertThat(order(LEELA, "two")).isNotEqualTo(one);
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_what_is_mine_comes_first() {
        for (int i = 0; i < 25; i++) {
            waiting(work(), "quality-review", i == 20 ? "ravi" : null);
        }
        List<String> all = order(RAVI, "one");
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Page<Offer> page = page(RAVI, cursor, 7);
            page.items().forEach(offer -> paged.add(offer.taskId()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(paged).isEqualTo(all).hasSize(25);
        assertThat(page(RAVI, null, 1).items().get(0).mine()).isTrue();
        assertThatThrownBy(() -> page(RAVI, "' or 1=1", 7)).isInstanceOf(TicketRefused.class);
    }

    @Test
    void own_work_is_never_offered_nor_what_a_colleague_has_taken() {
        waiting(work(), "quality-review", null);
        waiting(work(), "quality-review", "leela");
        CurrentUser amy =
                new CurrentUser("agent", "Amy", Set.of(Role.AGENT, Role.REVIEWER), null, Set.of("reviewers"));

        assertThat(order(amy, "one")).isEmpty();
        assertThat(HOUSE.run(() -> queue.progress(amy, ZoneOffset.UTC)).all()).isZero();
        assertThat(order(RAVI, "one")).hasSize(1);
    }

    @Test
    void a_second_look_and_an_appeal_are_not_offered_to_who_looked_first() {
        TicketId ticket = work();
        HOUSE.run(() -> HOUSE.bean(QualitySteps.class).sample(ticket.toString(), 100));
        day.first(LEELA, ticket, Map.of(), Map.of());
        waiting(ticket, "quality-second-review", null);
        waiting(ticket, "appeal-decide", null);

        assertThat(order(LEELA, "one")).isEmpty();
        assertThat(order(ReviewDay.OMAR, "one")).hasSize(2);
        assertThat(order(RAVI, "one")).as("not of the second level").isEmpty();
    }

    @Test
    void an_offer_says_nothing_of_whose_work_it_is() {
        waiting(work(), "quality-review", null);

        assertThat(page(RAVI, null, 10).items().toString()).doesNotContain("agent", "Amy");
        assertThat(Offer.class.getRecordComponents()).extracting(part -> part.getName())
                .containsExactly("taskId", "number", "clientName", "line", "kind", "mine", "dueAt");
    }

    @Test
    void progress_counts_since_monday_and_what_waits() {
        TicketId done = work();
        HOUSE.run(() -> HOUSE.bean(QualitySteps.class).sample(done.toString(), 100));
        CurrentUser fresh = ReviewDay.reviewer("fresh" + UUID.randomUUID().toString().substring(0, 6), "reviewers");
        day.first(fresh, done, Map.of(), Map.of());
        waiting(work(), "quality-review", null);

        assertThat(HOUSE.run(() -> queue.progress(fresh, ZoneOffset.UTC))).isEqualTo(new ReviewQueue.Progress(1, 2));
        HOUSE.at("2026-11-23T08:30:00Z");
        assertThat(HOUSE.run(() -> queue.progress(fresh, ZoneOffset.UTC))).isEqualTo(new ReviewQueue.Progress(0, 1));
    }

    private List<String> order(CurrentUser who, String shuffle) {
        return HOUSE.run(() -> queue.page(who, shuffle, "data-entry", null, 200)).items().stream()
                .filter(offer -> offer.taskId().startsWith("rq-"))
                .map(Offer::taskId)
                .toList();
    }

    private Page<Offer> page(CurrentUser who, String cursor, int limit) {
        return HOUSE.run(() -> queue.page(who, "one", "data-entry", cursor, limit));
    }

    private TicketId work() {
        TicketId ticket = HOUSE.ticket();
        HOUSE.invoice(ticket, "total", "181.00");
        HOUSE.run(() -> HOUSE.bean(org.ticketingos.ticket.Tickets.class)
                .classify(ticket, org.ticketingos.ticket.ServiceLine.DATA_ENTRY, "invoice",
                        org.ticketingos.ticket.Priority.NORMAL, "calm", "test"));
        return ticket;
    }

    private String waiting(TicketId ticket, String form, String assignee) {
        String id = "rq-" + UUID.randomUUID();
        HOUSE.run(() -> HOUSE.bean(JdbcClient.class).sql("""
                        insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, assignee)
                        values (?, ?, ?, 'review', 'Review', ?, ?, ?)""")
                .params(id, ticket.value(), QualityHouse.CLIENT.value(), form,
                        form.equals("quality-review") ? "reviewers" : "second-level-reviewers", assignee)
                .update());
        return id;
    }
}
