package org.ticketingos.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ticketingos.staffing.WorkTime.Kind;
import org.ticketingos.staffing.WorkTime.Mark;
import org.ticketingos.staffing.WorkTime.Stretch;
import org.ticketingos.ticket.TicketId;

class WorkTimeTest {

    private static final Instant NINE = Instant.parse("2026-01-21T09:00:00Z");
    private final TicketId one = TicketId.next(NINE);
    private final TicketId two = TicketId.next(NINE);

    @Test
    void from_taking_a_step_to_ending_it() {
        assertThat(minutes(one, at(Kind.TAKEN, one, 0), at(Kind.ENDED, one, 12))).isEqualTo(12);
    }

    @Test
    void a_person_works_on_one_ticket_at_a_time() {
        Mark[] day = {
            at(Kind.TAKEN, one, 0), at(Kind.TAKEN, two, 10), at(Kind.ENDED, two, 15), at(Kind.ENDED, one, 20)
        };

        assertThat(minutes(one, day)).isEqualTo(15);
        assertThat(minutes(two, day)).isEqualTo(5);
    }

    @Test
    void of_several_given_at_once_the_time_belongs_to_the_one_that_was_ended() {
        Mark[] day = {at(Kind.GIVEN, one, 0), at(Kind.GIVEN, two, 0), at(Kind.ENDED, two, 7), at(Kind.ENDED, one, 9)};

        assertThat(minutes(two, day)).isEqualTo(7);
        assertThat(minutes(one, day)).isEqualTo(2);
    }

    @Test
    void logging_out_stops_it_and_coming_back_starts_it_again() {
        assertThat(minutes(one, at(Kind.TAKEN, one, 0), mark(Kind.OFF, null, 10), mark(Kind.ON, null, 60),
                        at(Kind.ENDED, one, 65)))
                .isEqualTo(15);
    }

    @Test
    void after_two_hours_of_silence_only_two_hours_count_and_it_says_so() {
        List<Stretch> stretches = WorkTime.of(
                List.of(at(Kind.TAKEN, one, 0), at(Kind.ENDED, one, 500)), NINE.plus(Duration.ofDays(1)));

        assertThat(stretches).singleElement().satisfies(stretch -> {
            assertThat(stretch.length()).isEqualTo(WorkTime.LONGEST);
            assertThat(stretch.cut()).isTrue();
        });
    }

    @Test
    void what_is_taken_away_stops_and_what_is_not_ended_runs_on() {
        assertThat(minutes(one, at(Kind.TAKEN, one, 0), at(Kind.LOST, one, 8))).isEqualTo(8);
        assertThat(WorkTime.of(List.of(at(Kind.TAKEN, one, 0)), NINE.plus(Duration.ofMinutes(4))))
                .containsExactly(new Stretch(one, NINE, NINE.plus(Duration.ofMinutes(4)), false, true));
    }

    @Test
    void a_note_on_another_held_ticket_turns_to_it() {
        Mark[] day = {
            at(Kind.TAKEN, one, 0), at(Kind.GIVEN, two, 1), mark(Kind.WROTE, two, 6), at(Kind.ENDED, two, 10),
            at(Kind.ENDED, one, 11)
        };

        assertThat(minutes(two, day)).isEqualTo(10);
        assertThat(minutes(one, day)).isEqualTo(1);
    }

    private static long minutes(TicketId ticket, Mark... marks) {
        return WorkTime.of(List.of(marks), NINE.plus(Duration.ofDays(1))).stream()
                .filter(stretch -> stretch.ticket().equals(ticket))
                .map(Stretch::length)
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }

    private static Mark at(Kind kind, TicketId ticket, int minute) {
        return new Mark(kind, ticket, "task-" + ticket, NINE.plus(Duration.ofMinutes(minute)));
    }

    private static Mark mark(Kind kind, TicketId ticket, int minute) {
        return new Mark(kind, ticket, "", NINE.plus(Duration.ofMinutes(minute)));
    }
}
