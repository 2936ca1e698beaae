package org.ticketingos.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ticketingos.client.WorkCalendar.Block;
import org.ticketingos.ticket.TicketRefused;

class WeekTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "09:00-13:00, 14:00-18:00 | 09:00-13:00, 14:00-18:00",
        "9-13; 14 – 18:30 | 09:00-13:00, 14:00-18:30",
        "22:00-06:00 | 22:00-06:00",
        "00:00-24:00 | 00:00-24:00",
        "8:15-12:00 | 08:15-12:00"
    })
    void what_people_write_is_read_and_written_the_same_way(String typed, String kept) {
        assertThat(WeekText.write(DayOfWeek.MONDAY, WeekText.read(DayOfWeek.MONDAY, typed))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "09:00", "09:00-25:00", "09:00-12:00-13:00"})
    void what_is_no_span_is_named_with_its_day(String typed) {
        assertThatThrownBy(() -> WeekText.read(DayOfWeek.TUESDAY, typed))
                .isInstanceOf(TicketRefused.class)
                .hasMessageStartingWith("Tuesday: write \"" + typed + "\" as hours such as");
    }

    @Test
    void days_of_the_same_hours_stand_together() {
        List<Block> blocks = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day != DayOfWeek.SUNDAY) {
                blocks.add(new Block(day, LocalTime.of(9, 0), LocalTime.of(day == DayOfWeek.SATURDAY ? 13 : 18, 0)));
            }
        }

        assertThat(WeekText.summary(blocks)).isEqualTo("Mon–Fri 09:00-18:00; Sat 09:00-13:00");
        assertThat(WeekText.read(DayOfWeek.SUNDAY, " ")).isEmpty();
    }
}
