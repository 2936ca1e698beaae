package org.ticketingos.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.ticket.Priority;

class PriorityRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Please enter the attached invoice.                    | NORMAL",
        "URGENT: please pay this vendor                        | HIGH",
        "Kindly do this asap                                   | HIGH",
        "The report is needed by tomorrow                      | HIGH",
        "Please key these before 5 pm                          | HIGH",
        "The deadline is in two hours and nothing works        | HIGH",
        "Otherwise the supplier stops the deliveries           | HIGH",
        "The ERP is down for the whole company                 | CRITICAL",
        "Nobody can work since this morning                    | CRITICAL",
        "We were hacked last night                             | CRITICAL",
        "This is not urgent at all                             | NORMAL",
        "It is not really urgent                               | NORMAL",
        "Please update the emergency contacts of our employees | NORMAL",
        "Please scroll down to page 4                          | NORMAL",
        "due 2026-11-19                                        | HIGH",
        "due on 19.11.2026                                     | HIGH",
        "due 2026-12-24                                        | NORMAL",
        "due 2025-11-19, already paid                          | NORMAL",
        "by 31.02.2026                                         | NORMAL"
    })
    void words_set_the_priority(String text, Priority expected) {
        assertThat(PriorityRules.rule(text, Priority.NORMAL, TODAY).priority()).isEqualTo(expected);
    }

    @Test
    void what_was_asked_for_is_never_lowered() {
        assertThat(PriorityRules.rule("Please enter the attached invoice.", Priority.CRITICAL, TODAY).priority())
                .isEqualTo(Priority.CRITICAL);
        assertThat(PriorityRules.rule("urgent", Priority.CRITICAL, TODAY).priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void the_reason_quotes_the_words() {
        assertThat(PriorityRules.rule("This is URGENT, please.", Priority.NORMAL, TODAY).reasons())
                .containsExactly("says urgent: \"urgent\"");
    }
}
