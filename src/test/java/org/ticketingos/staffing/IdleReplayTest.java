package org.ticketingos.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ticketingos.staffing.IdleReplay.Silence;
import org.ticketingos.staffing.IdleTrial.Step;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

class IdleReplayTest {

    private static final TicketId TICKET = TicketId.of("01890000-0000-7000-8000-000000000001");
    private final List<RecordedEvent> events = new ArrayList<>();

    @Test
    void a_silence_lasts_from_the_taking_of_a_step_until_it_is_done() {
        taken("09:00", "amy");
        add("step-done", "10:30", "amy");

        assertThat(silences()).containsExactly(silence("amy", "09:00", "10:30"));
    }

    @Test
    void an_answer_or_a_delivery_begins_anew_and_an_automatic_one_does_not() {
        taken("09:00", "amy");
        add("reply-written", "09:30", "amy", Map.of("automatic", "true"));
        add("reply-written", "10:00", "amy", Map.of("automatic", "false"));
        add("delivered", "11:00", "amy");

        assertThat(silences()).containsExactly(
                silence("amy", "09:00", "10:00"), silence("amy", "10:00", "11:00"), silence("amy", "11:00", "18:00"));
    }

    @Test
    void what_is_laid_aside_is_not_idle() {
        taken("09:00", "amy");
        add("ticket-snoozed", "10:00", "amy");
        add("ticket-woken", "15:00", "system");
        add("ticket-closed", "15:30", "system");

        assertThat(silences()).filteredOn(one -> one.from().isBefore(one.until())).containsExactly(
                silence("amy", "09:00", "10:00"), silence("amy", "15:00", "15:30"));
    }

    @Test
    void what_the_ladder_gave_back_stays_silent_and_what_a_person_gave_back_does_not() {
        taken("09:00", "amy");
        add("owner-idle", "12:00", "system");
        add("step-released", "12:00", "amy");
        taken("16:00", "bob");
        add("step-released", "17:00", "bob");

        assertThat(silences()).containsExactly(silence("amy", "09:00", "16:00"), silence("bob", "16:00", "17:00"));
    }

    @Test
    void each_rung_is_reached_at_its_minutes_and_one_of_zero_never() {
        Map<String, Object> row = Map.of("remindMinutes", 60, "returnMinutes", 120, "superviseMinutes", 0);

        assertThat(IdleTrial.reached(row, Duration.ofMinutes(59), 100)).isEmpty();
        assertThat(IdleTrial.reached(row, Duration.ofMinutes(60), 100)).containsExactly(Step.REMIND);
        assertThat(IdleTrial.reached(row, Duration.ofMinutes(600), 100)).containsExactly(Step.REMIND, Step.RETURN);
        assertThat(IdleTrial.reached(row, Duration.ofMinutes(60), 50)).containsExactly(Step.REMIND, Step.RETURN);
        assertThat(IdleTrial.reached(row, Duration.ofMinutes(60), 200)).isEmpty();
    }

    private List<Silence> silences() {
        return IdleReplay.silences(events, at("18:00"));
    }

    private static Silence silence(String agent, String from, String until) {
        return new Silence("data-entry", agent, at(from), at(until));
    }

    private void taken(String at, String agent) {
        add("step-taken", at, agent);
    }

    private void add(String kind, String at, String agent) {
        add(kind, at, agent, Map.of("task", "t1", "queue", "data-entry", "agent", agent));
    }

    private void add(String kind, String at, String actor, Map<String, Object> facts) {
        events.add(new RecordedEvent(events.size() + 1, TICKET, kind, at(at), actor, facts));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-21T" + time + ":00Z");
    }
}
