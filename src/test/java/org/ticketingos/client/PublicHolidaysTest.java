package org.ticketingos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

    private final PublicHolidays holidays = new PublicHolidays();

    @Test
    void indias_national_days_are_proposed_on_the_list_of_the_country() {
        assertThat(holidays.of("in", null, Year.of(2027)))
                .contains(new Holiday(LocalDate.of(2027, 1, 26), "Republic Day", HolidayList.COUNTRY))
                .extracting(Holiday::day)
                .contains(LocalDate.of(2027, 8, 15), LocalDate.of(2027, 10, 2))
                .isSorted();
    }

    @Test
    void a_part_of_a_country_adds_its_own_days() {
        assertThat(holidays.parts("de")).containsEntry("by", "Bavaria");
        assertThat(holidays.of("de", "by", Year.of(2027)))
                .extracting(Holiday::day)
                .containsAll(holidays.of("de", null, Year.of(2027)).stream().map(Holiday::day).toList())
                .contains(LocalDate.of(2027, 1, 6));
    }

    @Test
    void countries_have_names_and_unknown_ones_are_refused() {
        assertThat(holidays.countries()).containsEntry("in", "India").containsEntry("us", "United States");
        assertThatThrownBy(() -> holidays.of("zz", null, Year.of(2027))).hasMessageContaining("zz");
    }
}
