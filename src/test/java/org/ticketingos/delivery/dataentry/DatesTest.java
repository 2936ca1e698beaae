package org.ticketingos.delivery.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors DN-6 and DN-7, and the ways dates are written. */
class DatesTest {

    @Test
    void a_date_glued_to_a_number_is_found() {
        String text = "80101911/26.06.2025";

        List<Dates.Found> found = Dates.find(text, false);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).days()).containsExactly(LocalDate.of(2025, 6, 26));
        assertThat(text.substring(0, found.get(0).start())).isEqualTo("80101911/");
    }

    @Test
    void two_dates_in_one_word_are_two_dates() {
        assertThat(Dates.find("01/02/20-07/02/20", false)).extracting(found -> found.days().get(0))
                .containsExactly(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 7));
    }

    @Test
    void day_and_month_are_told_apart_by_country_and_both_are_kept() {
        assertThat(Dates.find("03/04/2020", Dates.monthFirst("IN")).get(0).days())
                .containsExactly(LocalDate.of(2020, 4, 3), LocalDate.of(2020, 3, 4));
        assertThat(Dates.find("03/04/2020", Dates.monthFirst("US")).get(0).days())
                .containsExactly(LocalDate.of(2020, 3, 4), LocalDate.of(2020, 4, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-31", "31/03/2026", "31.03.26", "31 March 2026", "31-Mar-2026", "31st March, 2026",
        "March 31, 2026", "03/31/2026"
    })
    void one_day_in_many_hands(String written) {
        assertThat(Dates.find("Date: " + written + ".", false).get(0).days())
                .containsExactly(LocalDate.of(2026, 3, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99/99/2020", "12-34-5678", "30.02.2025", "1234567", "1.5.3", "10.0.0.17"})
    void what_is_no_date_is_not_found(String text) {
        assertThat(Dates.find(text, false)).isEmpty();
    }
}
