package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ticketingos.quality.ReviewDay.LEELA;
import static org.ticketingos.quality.ReviewDay.OMAR;
import static org.ticketingos.quality.ReviewDay.RAVI;
import static org.ticketingos.quality.ReviewDay.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.client.Clients;
import org.ticketingos.quality.Calibration.Point;
import org.ticketingos.quality.Calibrations.Given;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

class CalibrationTest {

    private static final QualityHouse HOUSE = new QualityHouse();
    private static final CurrentUser SUNITA =
            new CurrentUser("sunita", "Sunita", Set.of(Role.SUPERVISOR), null, Set.of());
    private static final Instant SINCE = Instant.parse("2026-09-01T00:00:00Z");

    private final ReviewDay day = new ReviewDay(HOUSE);
    private final Calibrations calibrations = HOUSE.bean(Calibrations.class);

    @BeforeEach
    void reviewed_work() {
        HOUSE.forgetWork();
        HOUSE.at("2026-09-18T08:30:00Z");
        HOUSE.contract(100, "0.998", "FIELD");
        day.scorecard(question("Complete?", 60), question("Coded?", 40));
        for (int i = 0; i < 3; i++) {
            TicketId ticket = HOUSE.ticket();
            HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "118.00");
            HOUSE.run(() -> HOUSE.bean(QualitySteps.class).sample(ticket.toString(), 100));
            day.first(RAVI, ticket, Map.of(), Map.of());
        }
    }

    @AfterEach
    void nobody() {
        LoggedIn.nobody();
        day.noScorecard();
    }

    @Test
    void nobody_sees_another_s_answers_until_all_are_in() {
        Calibration session = session(2, "ravi", "leela");
        judge(session, RAVI, "right", "yes");
        HOUSE.run(() -> calibrations.finish(session.id(), RAVI));

        assertThat(HOUSE.run(() -> calibrations.own(session.id(), LEELA))).isEmpty();
        for (CurrentUser one : List.of(RAVI, LEELA, SUNITA)) {
            assertThatThrownBy(() -> HOUSE.run(() -> calibrations.answers(session.id(), one)))
                    .isInstanceOf(TicketRefused.class)
                    .hasMessageContaining("when everybody is in");
        }
        judge(session, LEELA, "right", "no");
        HOUSE.run(() -> calibrations.finish(session.id(), LEELA));

        assertThat(HOUSE.run(() -> calibrations.find(session.id(), RAVI)).closed()).isTrue();
        assertThat(HOUSE.run(() -> calibrations.answers(session.id(), RAVI))).hasSize(16);
    }

    @Test
    void the_result_shows_differences_agreement_and_who_is_strict() {
        Calibration session = session(2, "ravi", "leela");
        judge(session, RAVI, "right", "yes");
        judge(session, LEELA, "right", "no");
        HOUSE.run(() -> calibrations.finish(session.id(), RAVI));
        HOUSE.run(() -> calibrations.finish(session.id(), LEELA));

        CalibrationResult result = HOUSE.run(() -> calibrations.result(session.id(), RAVI));

        assertThat(result.lines().stream().filter(CalibrationResult.Line::differs)).hasSize(4);
        assertThat(result.fields().observed()).isEqualTo(1);
        assertThat(result.questions().observed()).isZero();
        assertThat(result.questions().reading()).contains("Too low");
        assertThat(result.effects().get("ravi")).isCloseTo(50, within(.001));
        assertThat(result.effects().get("leela")).isCloseTo(-50, within(.001));
    }

    @Test
    void an_outsider_repeats_the_draw() {
        Calibration session = session(2, "ravi", "leela");
        List<String> population = HOUSE.run(() -> HOUSE.bean(JdbcClient.class)
                .sql("""
                        select distinct r.ticket_id::text from review r join work_item w on w.ticket_id = r.ticket_id
                        where r.client_id = ? and r.reviewed_at between ? and '2026-09-30'""")
                .params(QualityHouse.CLIENT.value(), java.sql.Timestamp.from(SINCE))
                .query(String.class)
                .list());

        assertThat(Draw.populationHash(population)).isEqualTo(session.populationHash());
        assertThat(session.population()).isEqualTo(population.size());
        assertThat(Draw.ranking(HexFormat.of().parseHex(session.sampleKey()), population).subList(0, 2))
                .isEqualTo(session.items().stream().map(item -> item.ticket().toString()).toList());
    }

    @Test
    void what_is_agreed_stands_beside_the_field_for_the_next_reviewer() {
        Calibration session = session(1, "ravi", "leela");
        Point total = session.items().get(0).points().stream()
                .filter(point -> point.topic().equals("field:total"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> HOUSE.run(() ->
                        calibrations.agree(session.id(), total.id(), "right", "Without freight.", SUNITA)))
                .hasMessageContaining("close the session first");
        HOUSE.run(() -> calibrations.end(session.id(), SUNITA));

        HOUSE.run(() -> calibrations.agree(session.id(), total.id(), "right", "Without freight.", SUNITA));

        TicketId next = HOUSE.ticket();
        HOUSE.invoice(next, "total", "118.00");
        assertThat(ReviewDay.rows(HOUSE.run(() -> HOUSE.bean(ReviewForm.class).fill(next)), "checks"))
                .anySatisfy(row -> assertThat(row).containsEntry("guidance", "Without freight."));
        HOUSE.run(() -> HOUSE.bean(JdbcClient.class).sql("delete from guideline").update());
    }

    @Test
    void only_who_is_asked_judges_only_what_is_there_and_only_until_handed_in() {
        Calibration session = session(1, "ravi", "leela");
        assertThatThrownBy(() -> HOUSE.run(() -> calibrations.find(session.id(), OMAR)))
                .hasMessageContaining("no such session");
        assertThatThrownBy(() -> judge(session, SUNITA, "right", "yes")).hasMessageContaining("not asked");
        assertThatThrownBy(() -> judge(session, RAVI, "perhaps", "yes")).hasMessageContaining("listed answers");
        assertThatThrownBy(() -> HOUSE.run(() -> calibrations.finish(session.id(), RAVI)))
                .hasMessageContaining("not judged yet");
        assertThatThrownBy(() -> HOUSE.run(() -> calibrations.end(session.id(), RAVI)))
                .hasMessageContaining("led by");
        judge(session, RAVI, "wrong", "no");
        HOUSE.run(() -> calibrations.finish(session.id(), RAVI));
        assertThatThrownBy(() -> judge(session, RAVI, "right", "yes")).hasMessageContaining("handed in");
    }

    @Test
    void a_session_touches_neither_accuracy_nor_defects() {
        Accuracy before = accuracy();
        Calibration session = session(2, "ravi", "leela");
        judge(session, RAVI, "wrong", "no");
        HOUSE.run(() -> calibrations.end(session.id(), SUNITA));

        assertThat(accuracy()).isEqualTo(before);
        assertThat(HOUSE.run(() -> HOUSE.bean(Defects.class).of(session.items().get(0).ticket()))).isEmpty();
    }

    @Test
    void a_session_that_could_show_nothing_is_refused_in_words() {
        assertThatThrownBy(() -> session(1, "ravi")).hasMessageContaining("at least two");
        assertThatThrownBy(() -> session(21, "ravi", "leela")).hasMessageContaining("1 to 20");
        assertThatThrownBy(() -> session(20, "ravi", "leela")).hasMessageContaining("Only 3 pieces");
        assertThatThrownBy(() -> HOUSE.run(() -> calibrations.draw(
                        QualityHouse.CLIENT, "data-entry", "Week 38", 1, Set.of("a", "b"), SINCE, RAVI)))
                .hasMessageContaining("led by");
    }

    private Calibration session(int size, String... raters) {
        return HOUSE.run(() -> calibrations.draw(
                QualityHouse.CLIENT, "data-entry", "Week 38", size, Set.of(raters), SINCE, SUNITA));
    }

    private void judge(Calibration session, CurrentUser who, String field, String mark) {
        List<Given> given = new ArrayList<>();
        session.items().forEach(item -> item.points().forEach(point -> given.add(new Given(
                point.id(), point.kind() == Calibration.Kind.FIELD ? field : mark, "", ""))));
        HOUSE.run(() -> calibrations.answer(session.id(), given, who));
    }

    private static Accuracy accuracy() {
        return HOUSE.run(() -> HOUSE.bean(Reviews.class).accuracy(
                HOUSE.bean(Clients.class).contract("quality-c"), SINCE, Instant.parse("2026-10-01T00:00:00Z")));
    }

}
