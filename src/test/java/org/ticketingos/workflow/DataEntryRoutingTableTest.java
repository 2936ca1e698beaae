package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataEntryRoutingTableTest {

    private static final Decision TABLE = Decision.of("lines/data-entry-routing");

    @ParameterizedTest(name = "{0}, {1}, {2}: skill {3}")
    @CsvSource({
        "invoice, NORMAL, angry, senior",
        "invoice, CRITICAL, calm, senior",
        "invoice, HIGH, calm, invoice",
        "purchase-order, NORMAL, calm, order",
        "goods-receipt, LOW, worried, order",
        "stock-sheet, NORMAL, calm, stock",
        "other, NORMAL, calm, keying"
    })
    void the_skill_follows_what_the_ticket_is(String category, String priority, String mood, String skill) {
        Map<String, Object> facts = Map.of("category", category, "priority", priority, "mood", mood);

        assertThat(TABLE.answer(facts)).isEqualTo(Map.of("queue", "data-entry", "skill", skill));
    }

    @AfterAll
    static void every_row_is_tried() {
        assertThat(TABLE.rowsNotTried()).isEmpty();
    }
}
