package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.client.SampleCalendars.K1;
import static org.ticketingos.client.SampleCalendars.K2;
import static org.ticketingos.client.SampleCalendars.K3;
import static org.ticketingos.client.SampleCalendars.K4;
import static org.ticketingos.client.SampleCalendars.week;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.client.Holiday;
import org.ticketingos.client.HolidayList;
import org.ticketingos.client.WorkCalendar;

class CalendarTrialTest {

    private static final Map<String, WorkCalendar> CALENDARS = Map.of("K1", K1, "K2", K2, "K3", K3, "K4", K4);

    @ParameterizedTest(name = "vector {0}")
    @CsvSource({
        "1, K1, 2026-01-23T17:30, 240, 2026-01-27T07:00:00Z",
        "4, K1, 2026-01-22T10:00, 1440, 2026-01-28T04:30:00Z",
        "5, K2, 2026-03-27T12:00, 900, 2026-03-31T13:00:00Z",
        "7, K3, 2026-10-31T12:00, 1440, 2026-11-01T16:00:00Z",
        "10, K4, 2026-01-23T23:00, 480, 2026-01-26T17:30:00Z"
    })
    void a_trial_counts_as_the_clock_does(int vector, String calendar, LocalDateTime start, int minutes, Instant due) {
        WorkCalendar hours = CALENDARS.get(calendar);

        assertThat(CalendarTrial.due(hours, start.atZone(hours.zone()).toInstant(), minutes)).isEqualTo(due);
    }

    @Test
    void a_new_holiday_moves_what_is_due_behind_it_and_nothing_before() {
        CalendarPlan plan = new CalendarPlan(
                LocalDate.of(2026, 1, 22), K1.versions().get(0).blocks(),
                List.of(new Holiday(LocalDate.of(2026, 1, 23), "Strike", HolidayList.SITE)));
        Instant now = at("2026-01-21T12:00");

        assertThat(CalendarTrial.moved(K1, plan.in(K1), now, at("2026-01-22T17:00"))).isEqualTo(at("2026-01-22T17:00"));
        assertThat(CalendarTrial.moved(K1, plan.in(K1), now, at("2026-01-23T10:00")))
                .as("Republic Day is no holiday of the plan")
                .isEqualTo(at("2026-01-26T10:00"));
        assertThat(CalendarTrial.moved(K1, plan.in(K1), now, at("2026-01-21T09:30")))
                .as("overdue already")
                .isEqualTo(at("2026-01-21T09:30"));
    }

    @Test
    void longer_days_make_things_due_earlier() {
        CalendarPlan plan = new CalendarPlan(
                LocalDate.of(2026, 1, 22),
                week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00-13:00", "14:00-18:00"), List.of());

        assertThat(CalendarTrial.moved(K1, plan.in(K1), at("2026-01-21T12:00"), at("2026-01-22T10:00")))
                .isEqualTo(at("2026-01-22T09:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(K1.zone()).toInstant();
    }
}
