package org.ticketingos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.client.SampleCalendars.K1;
import static org.ticketingos.client.SampleCalendars.week;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarPlanTest {

    private static final LocalDate FROM = LocalDate.of(2027, 4, 1);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Test
    void many_blocks_a_day_and_blocks_over_midnight_are_fine() {
        assertThat(plan("08:00-12:00", "12:00-16:00", "22:00-06:00").fault()).isEmpty();
        assertThat(new CalendarPlan(FROM, week(EnumSet.allOf(DayOfWeek.class), "00:00-00:00"), List.of()).fault()).isEmpty();
    }

    @Test
    void hours_that_overlap_are_named_also_over_midnight_and_over_the_end_of_the_week() {
        assertThat(plan("08:00-12:00", "11:00-16:00").fault())
                .contains("The hours Monday 08:00-12:00 and Monday 11:00-16:00 overlap.");
        assertThat(plan("05:00-09:00", "22:00-06:00").fault())
                .contains("The hours Monday 22:00-06:00 and Tuesday 05:00-09:00 overlap.");
        var sunday = new java.util.ArrayList<>(week(EnumSet.of(DayOfWeek.SUNDAY), "20:00-10:00"));
        sunday.addAll(week(EnumSet.of(DayOfWeek.MONDAY), "09:00-17:00"));
        assertThat(new CalendarPlan(FROM, sunday, List.of()).fault())
                .contains("The hours Sunday 20:00-10:00 and Monday 09:00-17:00 overlap.");
    }

    @Test
    void no_hours_and_holidays_without_a_name_or_twice_on_a_list_are_refused() {
        assertThat(plan().fault()).get().asString().startsWith("A calendar that never opens");
        assertThat(with(new Holiday(FROM, " ", HolidayList.SITE)).fault()).get().asString().startsWith("Name the holiday");
        Holiday easter = new Holiday(FROM, "Easter", HolidayList.SITE);
        assertThat(with(easter, easter).fault()).contains("A list names each day once.");
    }

    @Test
    void a_day_on_three_lists_is_closed_once_and_old_hours_stay() {
        CalendarPlan plan = with(
                new Holiday(FROM, "Founder's Day", HolidayList.SITE),
                new Holiday(FROM, "Utkal Divas", HolidayList.COUNTRY),
                new Holiday(FROM, "Audit of the client", HolidayList.CLIENT));

        assertThat(plan.fault()).isEmpty();
        assertThat(plan.version().holidays()).hasSize(1);
        WorkCalendar after = plan.in(K1);
        assertThat(after.versions()).hasSize(2);
        var noon = FROM.atTime(12, 0).atZone(K1.zone()).toInstant();
        assertThat(K1.isOpen(noon)).isTrue();
        assertThat(after.isOpen(noon)).isFalse();
        assertThat(after.isOpen(FROM.minusDays(1).atTime(12, 0).atZone(K1.zone()).toInstant())).isTrue();
    }

    private static CalendarPlan plan(String... hours) {
        return new CalendarPlan(FROM, week(WEEKDAYS, hours), List.of());
    }

    private static CalendarPlan with(Holiday... holidays) {
        return new CalendarPlan(FROM, week(WEEKDAYS, "09:00-18:00"), List.of(holidays));
    }
}
