package org.ticketingos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.client.SampleCalendars.BERLIN;
import static org.ticketingos.client.SampleCalendars.K1;
import static org.ticketingos.client.SampleCalendars.K2;
import static org.ticketingos.client.SampleCalendars.K3;
import static org.ticketingos.client.SampleCalendars.K4;
import static org.ticketingos.client.SampleCalendars.K4H;
import static org.ticketingos.client.SampleCalendars.K5;
import static org.ticketingos.client.SampleCalendars.KOLKATA;
import static org.ticketingos.client.SampleCalendars.NEW_YORK;
import static org.ticketingos.client.SampleCalendars.week;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.client.WorkCalendar.Version;

class WorkCalendarTest {

    private static final Map<String, WorkCalendar> CALENDARS =
            Map.of("K1", K1, "K2", K2, "K3", K3, "K4", K4, "K4h", K4H, "K5", K5);

    @ParameterizedTest(name = "vector {0}")
    @CsvSource({
        "1, K1, 2026-01-23T17:30, PT4H, 2026-01-27T12:30, 2026-01-27T07:00Z",
        "2, K1, 2026-01-24T11:00, PT4H, 2026-01-27T13:00, 2026-01-27T07:30Z",
        "3, K1, 2026-01-21T13:15, PT30M, 2026-01-21T14:30, 2026-01-21T09:00Z",
        "4, K1, 2026-01-22T10:00, PT24H, 2026-01-28T10:00, 2026-01-28T04:30Z",
        "5, K2, 2026-03-27T12:00, PT15H, 2026-03-31T15:00, 2026-03-31T13:00Z",
        "6, K3, 2026-03-07T12:00, PT24H, 2026-03-08T13:00, 2026-03-08T17:00Z",
        "7, K3, 2026-10-31T12:00, PT24H, 2026-11-01T11:00, 2026-11-01T16:00Z",
        "8, K5, 2026-03-08T00:00, PT3H, 2026-03-08T05:00, 2026-03-08T09:00Z",
        "9, K5, 2026-11-01T00:00, PT4H, 2026-11-01T04:00, 2026-11-01T09:00Z",
        "10, K4, 2026-01-23T23:00, PT8H, 2026-01-26T23:00, 2026-01-26T17:30Z",
        "11, K4h, 2026-01-23T23:00, PT8H, 2026-01-27T23:00, 2026-01-27T17:30Z",
    })
    void business_time_is_added(
            int vector, String calendar, LocalDateTime start, Duration target, LocalDateTime local, String utc) {
        WorkCalendar hours = CALENDARS.get(calendar);
        Instant from = start.atZone(hours.zone()).toInstant();

        Instant due = hours.add(from, target);

        assertThat(due).isEqualTo(Instant.parse(utc.replace("Z", ":00Z")));
        assertThat(due.atZone(hours.zone()).toLocalDateTime()).isEqualTo(local);
        assertThat(hours.elapsed(from, due)).isEqualTo(target);
    }

    @Test
    void vector_15_the_night_the_clocks_go_back_has_seven_hours_until_six() {
        assertThat(K3.elapsed(at("2026-11-01T00:00", NEW_YORK), at("2026-11-01T06:00", NEW_YORK)))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void silence_is_acceptance_at_the_close_of_the_third_business_day() {
        assertThat(K1.closeOfBusinessDay(at("2026-01-23T16:00", KOLKATA), 3))
                .isEqualTo(at("2026-01-29T18:00", KOLKATA));
    }

    @Test
    void no_day_at_all_is_the_instant_itself() {
        Instant delivered = at("2026-01-23T16:00", KOLKATA);

        assertThat(K1.closeOfBusinessDay(delivered, 0)).isEqualTo(delivered);
        assertThat(K1.add(delivered, Duration.ZERO)).isEqualTo(delivered);
    }

    @Test
    void opening_counts_and_closing_does_not() {
        assertThat(K1.isOpen(at("2026-01-21T09:00", KOLKATA))).isTrue();
        assertThat(K1.isOpen(at("2026-01-21T12:59", KOLKATA))).isTrue();
        assertThat(K1.isOpen(at("2026-01-21T13:00", KOLKATA))).isFalse();
        assertThat(K1.isOpen(at("2026-01-26T10:00", KOLKATA))).isFalse();
        assertThat(K4.isOpen(at("2026-01-24T05:59", KOLKATA))).isTrue();
    }

    @Test
    void a_block_that_opens_in_the_missing_hour_opens_at_the_jump() {
        WorkCalendar early = WorkCalendar.of(
                "early", "early", BERLIN, week(EnumSet.of(DayOfWeek.SUNDAY), "02:30-04:00"), Map.of());

        assertThat(early.elapsed(at("2026-03-29T00:00", BERLIN), at("2026-03-29T12:00", BERLIN)))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void blocks_that_overlap_count_once() {
        WorkCalendar twice = WorkCalendar.of(
                "twice", "twice", KOLKATA, week(EnumSet.allOf(DayOfWeek.class), "09:00-13:00", "12:00-18:00"), Map.of());

        assertThat(twice.elapsed(at("2026-01-21T00:00", KOLKATA), at("2026-01-22T00:00", KOLKATA)))
                .isEqualTo(Duration.ofHours(9));
        assertThat(twice.add(at("2026-01-21T09:00", KOLKATA), Duration.ofHours(5)))
                .isEqualTo(at("2026-01-21T14:00", KOLKATA));
    }

    @Test
    void each_instant_counts_by_the_version_that_holds_then() {
        var night = week(EnumSet.allOf(DayOfWeek.class), "22:00-06:00");
        var day = week(EnumSet.allOf(DayOfWeek.class), "09:00-10:00");
        WorkCalendar changed = new WorkCalendar(
                "changed",
                "changed",
                KOLKATA,
                List.of(
                        new Version(LocalDate.of(2026, 2, 1), day, Map.of()),
                        new Version(Version.SINCE_EVER, night, Map.of())));

        assertThat(changed.elapsed(at("2026-01-31T12:00", KOLKATA), at("2026-02-02T12:00", KOLKATA)))
                .as("two hours of the last night until midnight, then one hour a day")
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_calendar_is_closed_before_its_first_version() {
        WorkCalendar young = new WorkCalendar("young", "young", KOLKATA, List.of(new Version(
                LocalDate.of(2026, 2, 2), week(EnumSet.allOf(DayOfWeek.class), "09:00-10:00"), Map.of())));

        assertThat(young.elapsed(at("2026-01-01T00:00", KOLKATA), at("2026-02-02T00:00", KOLKATA)))
                .isZero();
        assertThat(young.add(at("2020-01-01T00:00", KOLKATA), Duration.ofMinutes(1)))
                .isEqualTo(at("2026-02-02T09:01", KOLKATA));
    }

    @Test
    void the_latest_start_is_the_next_opening_rather_than_the_last_close() {
        assertThat(K1.subtract(at("2026-01-21T16:00", KOLKATA), Duration.ofHours(2)))
                .isEqualTo(at("2026-01-21T14:00", KOLKATA));
        assertThat(K1.subtract(at("2026-01-27T10:00", KOLKATA), Duration.ofMinutes(90)))
                .isEqualTo(at("2026-01-23T17:30", KOLKATA));
        assertThat(K1.subtract(at("2026-01-21T12:00", KOLKATA), Duration.ZERO))
                .isEqualTo(at("2026-01-21T12:00", KOLKATA));
        assertThat(K1.subtract(at("2026-01-21T12:00", KOLKATA), Duration.ofDays(20_000)))
                .as("more than there ever was")
                .isEqualTo(at("2000-01-01T00:00", KOLKATA));
    }

    @Test
    void a_calendar_without_hours_is_refused() {
        assertThatThrownBy(() -> WorkCalendar.of("never", "never", KOLKATA, List.of(), Map.of()))
                .hasMessageContaining("never opens");
    }

    @Test
    void adding_what_has_elapsed_leads_back() {
        Random random = new Random(17);
        for (WorkCalendar calendar : CALENDARS.values()) {
            for (int n = 0; n < 300; n++) {
                Instant from = at("2026-01-01T00:00", calendar.zone()).plusSeconds(60L * random.nextInt(525_600));
                Duration target = Duration.ofMinutes(1 + random.nextInt(6_000));

                Instant due = calendar.add(from, target);

                assertThat(calendar.elapsed(from, due)).isEqualTo(target);
                Instant start = calendar.subtract(due, target);
                assertThat(calendar.elapsed(start, due)).isEqualTo(target);
                assertThat(calendar.elapsed(start.plusSeconds(1), due))
                        .as("the last instant, not an earlier one")
                        .isLessThan(target);
                assertThat(calendar.elapsed(from, due.minusSeconds(1)))
                        .as("the first instant, not a later one")
                        .isLessThan(target);
            }
        }
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
