package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.client.SampleCalendars.K1;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ticketingos.sla.LadderReplay.Fired;
import org.ticketingos.sla.LadderReplay.Tried;

/** Office hours 9-13, 14-18; four hours promised on Wednesday 21 January, 9:00, warned of at three quarters. */
class LadderReplayTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Test
    void the_same_targets_fire_when_the_clock_did() {
        Story story = Story.of(K1).started("2026-01-21T09:00", FOUR_HOURS).stopped("2026-01-21T15:00");

        assertThat(fire(story, ClockKind.RESOLUTION, 240, 75)).containsExactly(
                new Fired(story.instant("2026-01-21T12:00"), story.instant("2026-01-21T13:00")));
    }

    @Test
    void milder_and_sharper_targets_fire_later_earlier_or_not_at_all() {
        Story story = Story.of(K1).started("2026-01-21T09:00", FOUR_HOURS).stopped("2026-01-21T15:00");

        assertThat(fire(story, ClockKind.RESOLUTION, 300, 75)).as("a stop at the due instant is met, the warning came")
                .containsExactly(new Fired(story.instant("2026-01-21T12:45"), null));
        assertThat(fire(story, ClockKind.RESOLUTION, 480, 75)).containsExactly(new Fired(null, null));
        assertThat(fire(story, ClockKind.RESOLUTION, 60, 50)).containsExactly(
                new Fired(story.instant("2026-01-21T09:30"), story.instant("2026-01-21T10:00")));
        assertThat(fire(story, ClockKind.RESOLUTION, 60, 100)).as("nobody is warned of what is broken")
                .containsExactly(new Fired(null, story.instant("2026-01-21T10:00")));
    }

    @Test
    void pauses_of_then_hold_the_tried_clock_too() {
        Story story = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS)
                .paused("2026-01-21T10:00", "waiting-for-client")
                .resumed("2026-01-21T15:00", "waiting-for-client");

        assertThat(fire(story, ClockKind.RESOLUTION, 120, 75)).containsExactly(
                new Fired(story.instant("2026-01-21T15:30"), story.instant("2026-01-21T16:00")));
    }

    @Test
    void each_further_answer_is_a_promise_of_its_own_and_a_reopened_turnaround_goes_on() {
        Story updates = new Story(K1, ClockKind.NEXT_UPDATE)
                .started("2026-01-21T09:00", FOUR_HOURS).stopped("2026-01-21T11:00")
                .started("2026-01-21T15:00", FOUR_HOURS);
        assertThat(fire(updates, ClockKind.NEXT_UPDATE, 60, 75)).hasSize(2)
                .allMatch(fired -> fired.breached() != null);

        Story reopened = Story.of(K1)
                .started("2026-01-21T09:00", FOUR_HOURS).stopped("2026-01-21T11:00")
                .started("2026-01-21T15:00", FOUR_HOURS).stopped("2026-01-21T16:30");
        assertThat(fire(reopened, ClockKind.RESOLUTION, 180, 75)).containsExactly(
                new Fired(reopened.instant("2026-01-21T15:15"), reopened.instant("2026-01-21T16:00")));
    }

    private static List<Fired> fire(Story story, ClockKind kind, int minutes, int percent) {
        return LadderReplay.fire(
                kind, story.events(), event -> new Tried(minutes, percent), id -> K1, story.instant("2026-01-21T18:00"));
    }
}
