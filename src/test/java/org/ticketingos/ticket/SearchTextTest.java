package org.ticketingos.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void words_phrases_nots_and_fields_are_told_apart() {
        SearchText text = SearchText.parse("client:acme Status:open SPM/2026/0391 \"exact words\" -draft line:\"data-entry\"");

        assertThat(text.fields()).isEqualTo(Map.of("client", "acme", "status", "open", "line", "data-entry"));
        assertThat(text.terms()).extracting(SearchText.Term::query)
                .containsExactly("'spm' <-> '2026' <-> '0391':*", "'exact' <-> 'words'");
        assertThat(text.without()).extracting(SearchText.Term::query).containsExactly("'draft':*");
    }

    @Test
    void signs_of_the_query_language_are_only_signs() {
        assertThat(SearchText.parse("a'b & | ! :* () <->").terms()).extracting(SearchText.Term::query)
                .containsExactly("'a' <-> 'b':*");
        assertThat(SearchText.parse("\"never closed").terms()).extracting(SearchText.Term::query)
                .containsExactly("'never' <-> 'closed'");
        assertThat(SearchText.parse("re: http://x.example").fields()).isEmpty();
    }

    @Test
    void a_day_that_is_none_is_refused_with_the_form_it_should_have() {
        assertThatThrownBy(() -> SearchText.parse("before:yesterday").day("before"))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("2026-01-31");
    }

    @Test
    void swapped_letters_are_one_step() {
        assertThat(Spelling.distance("invioce", "invoice")).isEqualTo(1);
        assertThat(Spelling.distance("invoice", "invoice")).isZero();
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
    }
}
