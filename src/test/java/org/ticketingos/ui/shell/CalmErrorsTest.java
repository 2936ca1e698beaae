package org.ticketingos.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ticketingos.ticket.TicketRefused;

class CalmErrorsTest {

    @Test
    void a_refusal_is_shown_in_its_own_words_however_deep_it_is_wrapped() {
        RuntimeException wrapped = new IllegalStateException(new RuntimeException(new TicketRefused("Write something first.")));

        assertThat(CalmErrors.sentence(wrapped)).isEqualTo("Write something first.");
    }

    @Test
    void a_fault_is_shown_as_a_calm_sentence_with_a_reference_and_without_its_text() {
        String sentence = CalmErrors.sentence(new IllegalStateException("secret of row 7"));

        assertThat(sentence).startsWith("That did not work").doesNotContain("secret", "Exception").containsPattern(
                "reference [0-9A-F]{8}\\.$");
    }
}
