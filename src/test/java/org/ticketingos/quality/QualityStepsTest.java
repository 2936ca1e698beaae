package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.client.Clients;
import org.ticketingos.staffing.Agent;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class QualityStepsTest {

    private static final QualityHouse HOUSE = new QualityHouse();

    private final QualitySteps quality = HOUSE.bean(QualitySteps.class);
    private final FormFiller form = HOUSE.bean(ReviewForm.class);

    @BeforeEach
    void a_contract_of_998_in_1000() {
        HOUSE.forgetWork();
        HOUSE.at("2026-11-18T08:30:00Z");
        HOUSE.contract(20, "0.998", "FIELD");
    }

    @Test
    void everything_is_looked_at_when_the_table_says_100_percent() {
        TicketId ticket = HOUSE.ticket();
        HOUSE.invoice(ticket, "total", "118.00");

        assertThat(HOUSE.run(() -> quality.sample(ticket.toString(), 100))).isTrue();
        assertThat(HOUSE.run(() -> quality.contractPercent(ticket.toString()))).isEqualTo(20);
    }

    @Test
    void a_ticket_without_recorded_work_is_in_the_population_but_not_reviewed() {
        TicketId ticket = HOUSE.ticket();

        assertThat(HOUSE.run(() -> quality.sample(ticket.toString(), 100))).isFalse();
        assertThat(kinds(ticket)).contains("ticket-sampled");
    }

    @Test
    void an_outsider_repeats_every_draw_of_a_month_once_it_is_over() {
        HOUSE.at("2026-06-10T08:00:00Z");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            TicketId ticket = HOUSE.ticket();
            ids.add(ticket.toString());
            HOUSE.run(() -> quality.sample(ticket.toString(), 20));
        }
        assertThat(frame().key()).as("secret while the month lasts").isNull();

        HOUSE.at("2026-07-01T00:00:00Z");
        Frame frame = frame();

        byte[] key = HexFormat.of().parseHex(frame.key());
        assertThat(Draw.hash(key)).isEqualTo(frame.keyHash());
        assertThat(Draw.populationHash(ids)).isEqualTo(frame.populationHash());
        assertThat(frame.units()).hasSize(12).allSatisfy(unit -> {
            assertThat(unit.draw()).isEqualTo(Draw.of(key, unit.ticket().toString()));
            assertThat(unit.sampled()).isEqualTo(Draw.hits(unit.draw(), unit.ratePercent()));
        });
        assertThat(HOUSE.run(() -> HOUSE.bean(Tickets.class).history(TicketId.of(ids.get(0)))))
                .filteredOn(event -> event.kind().equals("ticket-sampled"))
                .singleElement()
                .satisfies(event -> assertThat(event.fact("keyHash")).isEqualTo(frame.keyHash()));
    }

    @Test
    void asked_again_the_draw_stays() {
        TicketId ticket = HOUSE.ticket();
        HOUSE.run(() -> quality.sample(ticket.toString(), 0));
        HOUSE.run(() -> quality.sample(ticket.toString(), 100));

        assertThat(HOUSE.run(() -> HOUSE.bean(Tickets.class).history(ticket)).stream()
                        .filter(event -> event.kind().equals("ticket-sampled"))
                        .map(event -> event.fact("draw"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whoever_joined_within_30_days_or_is_unknown_is_new() {
        TicketId ticket = HOUSE.ticket();
        HOUSE.invoice(ticket, "total", "118.00");
        assertThat(HOUSE.run(() -> quality.newAgent(ticket.toString()))).isTrue();

        joined("2026-10-20");
        assertThat(HOUSE.run(() -> quality.newAgent(ticket.toString()))).isTrue();

        joined("2026-10-19");
        assertThat(HOUSE.run(() -> quality.newAgent(ticket.toString()))).isFalse();
    }

    private static void joined(String day) {
        when(HOUSE.roster.agent("agent"))
                .thenReturn(Optional.of(new Agent(
                        "agent", "Amy", 5, Set.of("en"), Map.of("keying", 3), "day", LocalDate.parse(day))));
    }

    @Test
    void the_form_shows_every_recorded_field_and_no_name() {
        TicketId ticket = HOUSE.ticket();
        UUID item = HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "118.00");

        FormFiller.Content content = HOUSE.run(() -> form.fill(ticket));

        assertThat(rows(content)).hasSize(2);
        assertThat(rows(content).get(1))
                .containsEntry("item", item + ":total")
                .containsEntry("label", "Document 1: Total")
                .containsEntry("value", "118.00");
        assertThat(content.toString()).doesNotContain("agent");
    }

    @Test
    void a_field_left_blank_where_it_is_usual_is_asked_about() {
        TicketId complete = HOUSE.ticket();
        HOUSE.invoice(complete, "vendor", "Deccan Steel", "taxId", "29ABCDE1234F2Z5");
        TicketId ticket = HOUSE.ticket();
        UUID item = HOUSE.invoice(ticket, "vendor", "Deccan Steel");

        assertThat(rows(HOUSE.run(() -> form.fill(ticket))))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("item", item + ":taxId")
                        .containsEntry("value", "(blank)"));
        assertThat(score(ticket, Map.of(item + ":taxId", wrong("29ABCDE1234F2Z5")))).isEqualTo("DEFECTS");
    }

    @Test
    void all_right_is_passed_with_its_bound() {
        TicketId ticket = HOUSE.ticket();
        HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "118.00");

        assertThat(score(ticket, Map.of())).isEqualTo("PASSED");

        assertThat(HOUSE.run(() -> HOUSE.bean(Reviews.class).of(ticket)))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.inspected()).isEqualTo(2);
                    assertThat(review.errors()).isZero();
                    assertThat(review.upperError()).isEqualTo(Proof.upperError(0, 2));
                });
    }

    @Test
    void one_wrong_field_becomes_a_defect_and_goes_back() {
        TicketId ticket = HOUSE.ticket();
        UUID item = HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "181.00");

        assertThat(score(ticket, Map.of(item + ":total", wrong("118.00")))).isEqualTo("DEFECTS");

        assertThat(HOUSE.run(() -> HOUSE.bean(Defects.class).open(ticket)))
                .singleElement()
                .satisfies(defect -> {
                    assertThat(defect.field()).isEqualTo("total");
                    assertThat(defect.found()).isEqualTo("181.00");
                    assertThat(defect.expected()).isEqualTo("118.00");
                    assertThat(defect.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(defect.cause()).isEqualTo(Cause.MISTYPED);
                });
        assertThat(kinds(ticket)).contains("defect-logged", "review-scored");
    }

    @Test
    void two_wrong_fields_of_one_document_are_one_error_where_documents_are_counted() {
        HOUSE.contract(20, "0.998", "DOCUMENT");
        TicketId ticket = HOUSE.ticket();
        UUID bad = HOUSE.invoice(ticket, "vendor", "Deccan Stel", "total", "181.00");
        HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "118.00");

        score(ticket, Map.of(bad + ":total", wrong("118.00"), bad + ":vendor", wrong("Deccan Steel")));

        assertThat(HOUSE.run(() -> HOUSE.bean(Reviews.class).of(ticket)))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.inspected()).isEqualTo(2);
                    assertThat(review.errors()).isEqualTo(1);
                    assertThat(review.accuracy()).isEqualByComparingTo("0.5");
                });
    }

    @Test
    void a_wrong_field_needs_its_value_its_severity_and_its_cause() {
        TicketId ticket = HOUSE.ticket();
        UUID item = HOUSE.invoice(ticket, "total", "181.00");

        Map<String, Object> typed = answers(ticket, Map.of(item + ":total", Map.of("correct", "wrong")));

        assertThat(HOUSE.run(() -> form.check(ticket, typed)))
                .containsOnlyKeys("checks[0].expected", "checks[0].severity", "checks[0].cause");
        assertThatThrownBy(() -> HOUSE.run(() -> quality.score(ticket.toString(), typed)))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_field_left_out_or_made_up_is_noticed() {
        TicketId ticket = HOUSE.ticket();
        HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "118.00");

        assertThat(HOUSE.run(() -> form.check(ticket, Map.of("checks", List.of())))).containsOnlyKeys("checks");
        assertThat(HOUSE.run(() -> form.check(
                        ticket, Map.of("checks", List.of(Map.of("item", "nonsense", "correct", "right"))))))
                .containsOnlyKeys("checks", "checks[0].item");
    }

    @Test
    void saying_wrong_and_repeating_the_value_is_noticed() {
        TicketId ticket = HOUSE.ticket();
        UUID item = HOUSE.invoice(ticket, "total", "118.00");

        assertThat(HOUSE.run(() -> form.check(
                        ticket, answers(ticket, Map.of(item + ":total", wrong("118.00"))))))
                .containsOnlyKeys("checks[0].expected");
    }

    @Test
    void first_looks_of_the_random_sample_alone_prove_accuracy() {
        HOUSE.at("2026-03-03T08:00:00Z");
        HOUSE.contract(100, "0.998", "FIELD");
        TicketId good = HOUSE.ticket();
        HOUSE.invoice(good, "vendor", "Deccan Steel", "total", "118.00");
        TicketId bad = HOUSE.ticket();
        UUID item = HOUSE.invoice(bad, "vendor", "Deccan Steel", "total", "181.00");
        for (TicketId ticket : List.of(good, bad)) {
            HOUSE.run(() -> quality.sample(ticket.toString(), 100));
        }
        score(good, Map.of());
        score(bad, Map.of(item + ":total", wrong("118.00")));
        score(bad, Map.of());

        Accuracy all = accuracy();
        assertThat(all.inspected()).as("the second look at the rework does not count").isEqualTo(4);
        assertThat(all.errors()).isEqualTo(1);
        assertThat(all.shown()).isEqualByComparingTo(
                BigDecimal.ONE.subtract(Proof.upperError(1, 4)));
        assertThat(all.cleanUnitsMissing()).isEqualTo(2371 - 4);

        HOUSE.contract(0, "0.998", "FIELD");
        assertThat(accuracy().inspected()).as("no lottery, no proof").isZero();
    }

    private static Accuracy accuracy() {
        return HOUSE.run(() -> HOUSE.bean(Reviews.class)
                .accuracy(
                        HOUSE.bean(Clients.class).contract("quality-c"),
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-04-01T00:00:00Z")));
    }

    private static Frame frame() {
        return HOUSE.run(() -> HOUSE.bean(Sampling.class)
                .frame(QualityHouse.CLIENT, "data-entry", YearMonth.of(2026, 6))
                .orElseThrow());
    }

    private static List<String> kinds(TicketId ticket) {
        return HOUSE.run(() -> HOUSE.bean(Tickets.class).history(ticket)).stream()
                .map(RecordedEvent::kind)
                .toList();
    }

    private String score(TicketId ticket, Map<String, Map<String, String>> wrong) {
        return HOUSE.run(() -> quality.score(ticket.toString(), answers(ticket, wrong)));
    }

    /** The form as a reviewer sends it: right everywhere but where told otherwise. */
    private Map<String, Object> answers(TicketId ticket, Map<String, Map<String, String>> wrong) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> shown : rows(HOUSE.run(() -> form.fill(ticket)))) {
            Map<String, Object> row = new LinkedHashMap<>(shown);
            row.put("correct", "right");
            row.putAll(wrong.getOrDefault((String) shown.get("item"), Map.of()));
            rows.add(row);
        }
        return Map.of("checks", rows, "note", "");
    }

    private static Map<String, String> wrong(String expected) {
        return Map.of("correct", "wrong", "expected", expected, "severity", "CRITICAL", "cause", "mistyped");
    }

    private static List<Map<String, Object>> rows(FormFiller.Content content) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : (List<?>) content.values().get("checks")) {
            Map<String, Object> columns = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((key, value) -> columns.put((String) key, value));
            rows.add(columns);
        }
        return rows;
    }
}
