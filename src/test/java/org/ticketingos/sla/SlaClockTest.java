package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.client.SampleCalendars.K1;
import static org.ticketingos.client.SampleCalendars.K2;
import static org.ticketingos.client.SampleCalendars.K3;
import static org.ticketingos.client.SampleCalendars.K4;
import static org.ticketingos.client.SampleCalendars.K4H;
import static org.ticketingos.client.SampleCalendars.K5;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.sla.ClockReading.Span;
import org.ticketingos.sla.ClockReading.State;

class SlaClockTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final Map<String, WorkCalendar> CALENDARS =
            Map.of("K1", K1, "K2", K2, "K3", K3, "K4", K4, "K4h", K4H, "K5", K5);

    @ParameterizedTest(name = "vector {0}")
    @CsvSource({
        "1, K1, 2026-01-23T17:30, PT4H, 2026-01-27T07:00:00Z",
        "2, K1, 2026-01-24T11:00, PT4H, 2026-01-27T07:30:00Z",
        "3, K1, 2026-01-21T13:15, PT30M, 2026-01-21T09:00:00Z",
        "4, K1, 2026-01-22T10:00, PT24H, 2026-01-28T04:30:00Z",
        "5, K2, 2026-03-27T12:00, PT15H, 2026-03-31T13:00:00Z",
        "6, K3, 2026-03-07T12:00, PT24H, 2026-03-08T17:00:00Z",
        "7, K3, 2026-10-31T12:00, PT24H, 2026-11-01T16:00:00Z",
        "8, K5, 2026-03-08T00:00, PT3H, 2026-03-08T09:00:00Z",
        "9, K5, 2026-11-01T00:00, PT4H, 2026-11-01T09:00:00Z",
        "10, K4, 2026-01-23T23:00, PT8H, 2026-01-26T17:30:00Z",
        "11, K4h, 2026-01-23T23:00, PT8H, 2026-01-27T17:30:00Z",
    })
    void a_running_clock_is_due_and_breaches_at_the_same_instant(
            int vector, String calendar, String start, Duration target, Instant due) {
        Story story = Story.of(CALENDARS.get(calendar)).started(start, target);

        assertThat(story.read(start).dueAt()).isEqualTo(due);
        ClockReading much_later = story.read("2026-12-31T00:00");
        assertThat(much_later.breachedAt()).isEqualTo(due);
        assertThat(much_later.dueAt()).isEqualTo(due);
    }

    @Test
    void vector_12_a_pause_over_lunch_costs_only_business_time() {
        Story story = Story.of(K1)
                .started("2026-01-21T10:00", FOUR_HOURS)
                .paused("2026-01-21T11:00", "waiting-for-client")
                .resumed("2026-01-21T15:00", "waiting-for-client");

        assertThat(story.read("2026-01-21T15:00").dueAt()).isEqualTo(Instant.parse("2026-01-21T12:30:00Z"));
    }

    @Test
    void vector_13_a_resume_never_breaches_by_itself() {
        Story story = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .paused("2026-01-21T12:55", "waiting-for-client")
                .resumed("2026-01-24T12:00", "waiting-for-client");

        ClockReading reading = story.read("2026-01-24T12:00");
        assertThat(reading.dueAt()).isEqualTo(Instant.parse("2026-01-27T03:35:00Z"));
        assertThat(reading.state()).isEqualTo(State.RUNNING);
        assertThat(reading.remaining()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void vector_14_overlapping_pauses_are_a_union_never_a_sum() {
        Story story = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .paused("2026-01-21T10:00", "waiting-for-client")
                .paused("2026-01-21T11:00", "agreed-date")
                .resumed("2026-01-21T12:00", "waiting-for-client")
                .resumed("2026-01-21T12:30", "agreed-date");

        assertThat(story.read("2026-01-21T12:30").dueAt()).isEqualTo(Instant.parse("2026-01-21T11:00:00Z"));
    }

    @Test
    void vector_15_the_night_the_clocks_go_back_counts_seven_hours_until_six() {
        Story story = Story.of(K3).started("2026-11-01T00:00", Duration.ofHours(24));

        assertThat(story.read("2026-11-01T06:00").elapsed()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void a_paused_clock_has_time_left_but_no_due_date() {
        ClockReading reading = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .paused("2026-01-21T09:55", "waiting-for-client")
                .read("2026-01-22T17:00");

        assertThat(reading.dueAt()).isNull();
        assertThat(reading.warnAt()).isNull();
        assertThat(reading.state()).isEqualTo(State.PAUSED);
        assertThat(reading.remaining()).isEqualTo(Duration.ofMinutes(185));
    }

    @Test
    void stopped_exactly_at_the_due_instant_is_met_and_a_second_later_is_not() {
        assertThat(Story.of(K1)
                        .started("2026-01-21T09:00", FOUR_HOURS)
                        .stopped("2026-01-21T13:00")
                        .read("2026-01-22T00:00")
                        .state())
                .isEqualTo(State.MET);
        assertThat(Story.of(K1)
                        .started("2026-01-21T09:00", FOUR_HOURS)
                        .stopped("2026-01-21T13:00:01")
                        .read("2026-01-22T00:00")
                        .breachedAt())
                .isEqualTo(Instant.parse("2026-01-21T07:30:00Z"));
    }

    @Test
    void warning_comes_when_three_quarters_are_used() {
        assertThat(Story.of(K1).started("2026-01-21T10:00", FOUR_HOURS).read("2026-01-21T10:00").warnAt())
                .as("12:00 + lunch = 3 h after 10:00 is 13:00, the end of the block")
                .isEqualTo(Instant.parse("2026-01-21T07:30:00Z"));
    }

    @Test
    void a_raised_priority_changes_the_target_never_what_has_elapsed() {
        ClockReading reading = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .retargeted("2026-01-21T10:00", Duration.ofHours(2))
                .read("2026-01-21T10:00");

        assertThat(reading.elapsed()).isEqualTo(Duration.ofHours(1));
        assertThat(reading.dueAt()).isEqualTo(Instant.parse("2026-01-21T05:30:00Z"));
        assertThat(reading.rule()).isEqualTo("urgent");
    }

    @Test
    void a_target_already_used_up_breaches_at_the_change_because_of_the_priority() {
        ClockReading reading = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .retargeted("2026-01-21T12:00", Duration.ofHours(2))
                .read("2026-01-21T17:00");

        assertThat(reading.breachedAt()).isEqualTo(Instant.parse("2026-01-21T06:30:00Z"));
        assertThat(reading.breachCause()).isEqualTo("priority changed");
    }

    @Test
    void a_longer_target_at_the_last_instant_saves_the_promise() {
        ClockReading reading = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .retargeted("2026-01-21T13:00", Duration.ofHours(8))
                .read("2026-01-21T13:00");

        assertThat(reading.state()).isEqualTo(State.RUNNING);
    }

    @Test
    void a_broken_promise_stays_broken_when_the_target_grows() {
        ClockReading reading = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .retargeted("2026-01-21T15:00", Duration.ofHours(8))
                .read("2026-01-21T16:00");

        assertThat(reading.state()).isEqualTo(State.BREACHED);
        assertThat(reading.remaining()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void turnaround_goes_on_after_a_reopening() {
        ClockReading reading = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .stopped("2026-01-21T12:00")
                .started("2026-01-22T09:00", FOUR_HOURS)
                .read("2026-01-22T09:30");

        assertThat(reading.elapsed()).isEqualTo(Duration.ofMinutes(210));
        assertThat(reading.dueAt()).isEqualTo(Instant.parse("2026-01-22T04:30:00Z"));
    }

    @Test
    void next_update_starts_afresh_with_each_message() {
        ClockReading reading = new Story(K1, ClockKind.NEXT_UPDATE)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .stopped("2026-01-21T12:00")
                .started("2026-01-22T09:00", FOUR_HOURS)
                .read("2026-01-22T09:30");

        assertThat(reading.elapsed()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void the_past_can_be_read_again() {
        Story story = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .paused("2026-01-21T10:00", "waiting-for-client");

        assertThat(story.read("2026-01-21T09:30").state()).isEqualTo(State.RUNNING);
        assertThat(SlaClock.read(ClockKind.RESOLUTION, story.events(), id -> K1, story.instant("2026-01-21T08:00")))
                .isEmpty();
    }

    @Test
    void an_event_dated_before_its_predecessor_never_turns_time_back() {
        ClockReading reading = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .paused("2026-01-21T11:00", "waiting-for-client")
                .resumed("2026-01-21T10:59", "waiting-for-client")
                .read("2026-01-21T12:00");

        assertThat(reading.elapsed()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void every_interval_is_explained_and_the_counted_ones_sum_up() {
        ClockReading reading = Story.of(K1)
                .started("2026-01-23T17:30", FOUR_HOURS)
                .paused("2026-01-27T09:30", "waiting-for-client")
                .resumed("2026-01-27T10:30", "waiting-for-client")
                .read("2026-01-27T11:00");

        assertThat(reading.spans()).extracting(Span::why).containsExactly(
                "counted on Kolkata office",
                "outside business hours",
                "counted on Kolkata office",
                "paused: waiting for the client",
                "counted on Kolkata office");
        assertThat(counted(reading.spans())).isEqualTo(reading.elapsed()).isEqualTo(Duration.ofMinutes(90));
    }

    private static Duration counted(List<Span> spans) {
        return spans.stream()
                .filter(Span::counted)
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
