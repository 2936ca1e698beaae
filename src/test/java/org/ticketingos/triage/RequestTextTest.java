package org.ticketingos.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTextTest {

    @Test
    void names_of_papers_count_as_words() {
        String mail = "Invoices\nHello team,\nplease see attached.\nBest regards\nAsha";

        assertThat(RequestText.of(mail, List.of("INV-2041.pdf")))
                .isEqualTo("Invoices please see attached. Asha Attached: inv pdf");
        assertThat(RequestText.of("", List.of("Rechnung_März.PDF", "rechnung_märz.pdf", "4711")))
                .isEqualTo("Attached: rechnung märz pdf");
    }

    @Test
    void a_long_mail_keeps_its_beginning_and_its_end() {
        String text = RequestText.of("begin " + "blah ".repeat(1_000) + "end", List.of());

        assertThat(text).startsWith("begin").endsWith("end").hasSizeLessThan(1_000);
    }

    @Test
    void only_latin_letters_can_be_read() {
        assertThat(RequestText.readable("Please reset my password")).isTrue();
        assertThat(RequestText.readable("Überweisung für Café")).isTrue();
        assertThat(RequestText.readable("कृपया मेरा पासवर्ड रीसेट करें")).isFalse();
        assertThat(RequestText.readable("कृपया चालान invoice दर्ज करें")).isFalse();
    }
}
