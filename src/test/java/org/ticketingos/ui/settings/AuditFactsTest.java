package org.ticketingos.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditFactsTest {

    @Test
    void facts_are_read_as_words_without_what_stands_beside_them_anyway() {
        String payload = """
                {"at": "2026-11-22T04:02:19.71", "stage": "QUALITY_CHECK", "taskId": "82ee785b-0000-4000-8000-000000000000",
                 "read": 1, "note": ""}""";

        assertThat(AuditFacts.words(payload))
                .isEqualTo("Stage quality check · Task id 82ee785b… · Read 1 · Note –");
    }

    @Test
    void what_is_no_json_stays_as_it_is() {
        assertThat(AuditFacts.words("{broken")).isEqualTo("{broken");
    }
}
