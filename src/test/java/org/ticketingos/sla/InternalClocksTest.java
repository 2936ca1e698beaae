package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.sla.SlaHouse.BEANS;
import static org.ticketingos.sla.SlaHouse.at;
import static org.ticketingos.sla.SlaHouse.now;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.sla.ClockReading.State;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

class InternalClocksTest {

    private static final String WORK = "do-the-work";
    private static final String ALL = "work-to-hand-over";
    private static final String CHECK = "check-the-work";

    private final Tickets tickets = BEANS.getBean(Tickets.class);
    private final Clocks promises = BEANS.getBean(Clocks.class);
    private final InternalClocks clocks = BEANS.getBean(InternalClocks.class);
    private final InternalWatch watch = BEANS.getBean(InternalWatch.class);
    private Optional<TicketId> ticket = Optional.empty();

    @AfterEach
    void leave_nothing_to_watch() {
        ticket.ifPresent(id -> Scope.system(() -> tickets.close(id, "done", SlaHouse.HANDS.instant())));
    }

    /** Office hours 9-13, 14-18 in Kolkata, closed on Monday 26 January; four hours for the work. */
    @ParameterizedTest(name = "entered {0}, due {1}")
    @CsvSource({
        "2026-01-21T09:00, 2026-01-21T13:00",
        "2026-01-21T10:00, 2026-01-21T15:00",
        "2026-01-21T13:15, 2026-01-21T18:00",
        "2026-01-23T17:30, 2026-01-27T12:30",
        "2026-01-24T11:00, 2026-01-27T13:00"
    })
    void a_stage_clock_counts_business_time_from_the_entry_of_its_stage(String entered, String due) {
        started(entered);

        assertThat(read(WORK).dueAt()).isEqualTo(at(due));
    }

    @Test
    void it_stops_when_the_stage_is_left_and_the_next_stage_starts_its_own() {
        started("2026-01-21T09:00");
        enter("2026-01-21T13:00", Stage.QUALITY_CHECK);

        assertThat(read(WORK).state()).as("left at the due instant").isEqualTo(State.MET);
        assertThat(read(CHECK).dueAt()).as("entered at the lunch break").isEqualTo(at("2026-01-21T14:30"));
        assertThat(read(ALL).state()).as("ends with another stage").isEqualTo(State.RUNNING);

        enter("2026-01-21T14:10", Stage.APPROVAL);
        assertThat(read(CHECK).elapsed()).isEqualTo(Duration.ofMinutes(10));
        assertThat(read(ALL).state()).isEqualTo(State.MET);
        assertThat(read(ALL).elapsed()).isEqualTo(Duration.ofMinutes(250));
    }

    @Test
    void of_several_rows_of_one_clock_the_first_counts_and_zero_minutes_start_none() {
        started("2026-01-21T09:00");

        assertThat(readings()).extracting(reading -> reading.kind().code()).containsExactly(WORK, ALL);
        assertThat(read(WORK).target()).isEqualTo(Duration.ofMinutes(240));
        assertThat(read(WORK).rule()).isEqualTo("internal-targets: our own target of the stage, priority NORMAL");
    }

    @Test
    void each_visit_of_a_stage_counts_from_nothing() {
        started("2026-01-21T09:00");
        enter("2026-01-21T11:00", Stage.QUALITY_CHECK);
        enter("2026-01-21T12:00", Stage.PROCESS);

        assertThat(read(WORK).elapsed()).isZero();
        assertThat(read(WORK).dueAt()).isEqualTo(at("2026-01-21T17:00"));
        assertThat(read(ALL).elapsed()).as("never stopped").isEqualTo(Duration.ofHours(3));
    }

    @Test
    void it_stands_still_while_the_turnaround_does_also_when_it_starts_meanwhile() {
        started("2026-01-21T10:00");
        now("2026-01-21T11:00");
        Scope.system(() -> promises.pause(ticket(), "waiting-for-client"));
        enter("2026-01-21T12:00", Stage.QUALITY_CHECK);
        enter("2026-01-21T12:30", Stage.PROCESS);
        assertThat(read(WORK).state()).isEqualTo(State.PAUSED);
        assertThat(read(WORK).dueAt()).isNull();

        now("2026-01-21T15:00");
        Scope.system(() -> promises.resume(ticket()));
        assertThat(read(WORK).elapsed()).isZero();
        assertThat(read(WORK).dueAt()).isEqualTo(at("2026-01-22T10:00"));
        assertThat(read(ALL).elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_raised_priority_changes_the_target_never_what_has_elapsed() {
        started("2026-01-21T09:00");
        now("2026-01-21T11:00");
        Scope.system(() -> tickets.changePriority(ticket(), Priority.CRITICAL, "client called"));

        assertThat(read(WORK).target()).isEqualTo(Duration.ofHours(1));
        assertThat(read(WORK).elapsed()).isEqualTo(Duration.ofHours(2));
        assertThat(read(WORK).breachedAt()).isEqualTo(at("2026-01-21T11:00"));
        assertThat(read(WORK).breachCause()).isEqualTo("priority changed");
    }

    @Test
    void warning_and_miss_are_told_once_each_and_no_promise_is_touched() {
        started("2026-01-21T09:00");
        now("2026-01-21T11:59");
        watch.look();
        assertThat(told()).isEmpty();

        now("2026-01-21T12:00");
        watch.look();
        watch.look();
        now("2026-01-21T13:00");
        watch.look();
        watch.look();

        assertThat(told()).containsExactly("internal-warned do-the-work", "internal-breached do-the-work");
        assertThat(SlaHouse.in(() -> tickets.history(ticket())))
                .extracting(event -> event.kind())
                .doesNotContain("sla-warned", "sla-breached");
        assertThat(SlaHouse.in(() -> tickets.get(ticket()).priority())).isEqualTo(Priority.NORMAL);
    }

    @Test
    void no_list_of_promises_and_no_person_of_a_client_meets_an_internal_clock() {
        started("2026-01-21T09:00");

        assertThat(SlaHouse.in(() -> promises.of(ticket())))
                .extracting(ClockView::kind)
                .containsExactlyInAnyOrder("first-response", "resolution");
        assertThat(SlaHouse.in(() -> BEANS.getBean(ClockProjection.class).of(Set.of(ticket()))).get(ticket()))
                .hasSize(2);
        assertThat(SlaHouse.in(() -> BEANS.getBean(Promises.class)
                        .of(SlaHouse.CLIENT, Instant.EPOCH, at("2027-01-01T00:00"))))
                .hasSize(ClockKind.values().length);
        LoggedIn.as(new CurrentUser("sla-carl", "Carl", Set.of(Role.CLIENT), SlaHouse.CLIENT, Set.of(),
                ClientRights.ALL, "carl@c.example"));
        try {
            assertThat(promises.of(ticket())).hasSize(2);
            assertThat(clocks.readings(ticket())).isEmpty();
        } finally {
            LoggedIn.nobody();
        }
    }

    @Test
    void the_rows_say_what_the_history_says() {
        started("2026-01-21T09:00");
        enter("2026-01-21T10:00", Stage.QUALITY_CHECK);
        now("2026-01-21T12:59");

        List<LateStages.Late> late = SlaHouse.in(() -> BEANS.getBean(LateStages.class).open());
        assertThat(late).filteredOn(one -> one.number().equals(SlaHouse.in(() -> tickets.get(ticket()).number())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.clock()).isEqualTo("Check the work");
                    assertThat(one.missed()).isTrue();
                    assertThat(one.dueAt()).isEqualTo(read(CHECK).dueAt());
                });
    }

    @Test
    void before_the_contract_the_calendar_of_the_clients_contract_counts_and_strangers_have_no_clock() {
        now("2026-01-21T09:00");
        TicketId stranger = SlaHouse.ticket(SlaHouse.STRANGER);
        Scope.system(() -> tickets.enter(stranger, Stage.PROCESS));
        TicketId known = SlaHouse.ticket(SlaHouse.CLIENT);
        Scope.system(() -> tickets.enter(known, Stage.PROCESS));

        assertThat(SlaHouse.in(() -> clocks.readings(stranger))).isEmpty();
        assertThat(SlaHouse.in(() -> clocks.readings(known))).extracting(ClockReading::calendar)
                .containsOnly("sla-k1");
        Scope.system(() -> {
            tickets.close(stranger, "done", SlaHouse.HANDS.instant());
            tickets.close(known, "done", SlaHouse.HANDS.instant());
        });
        assertThat(SlaHouse.in(() -> clocks.readings(known))).extracting(ClockReading::state)
                .containsOnly(State.MET);
    }

    @Test
    void a_merged_ticket_is_not_counted_until_it_is_taken_apart_again() {
        started("2026-01-21T09:00");
        TicketId other = SlaHouse.ticket(SlaHouse.CLIENT);
        Merging merging = BEANS.getBean(Merging.class);
        now("2026-01-21T10:00");
        Scope.system(() -> merging.merge(ticket(), other, "The same again"));
        assertThat(read(WORK).pauses()).containsExactly("merged");

        now("2026-01-21T12:00");
        Scope.system(() -> merging.undo(ticket(), "Not the same"));
        assertThat(read(WORK).dueAt()).isEqualTo(at("2026-01-21T16:00"));
        Scope.system(() -> tickets.close(other, "done", SlaHouse.HANDS.instant()));
    }

    @Test
    void the_ticket_of_a_defect_has_no_clock_of_its_own_because_its_request_is_counted() {
        started("2026-01-21T09:00");
        TicketId defect = SlaHouse.in(() -> tickets.open(new NewTicket(
                        SlaHouse.CLIENT, Ticket.DEFECT, ticket(), "1 defect", "internal", "sla-amy", null, null,
                        SlaHouse.HANDS.instant()))
                .id());
        Scope.system(() -> tickets.enter(defect, Stage.PROCESS));

        assertThat(SlaHouse.in(() -> clocks.readings(defect))).isEmpty();
        Scope.system(() -> tickets.close(defect, "done", SlaHouse.HANDS.instant()));
    }

    private void started(String entered) {
        now(entered);
        TicketId id = SlaHouse.ticket(SlaHouse.CLIENT);
        ticket = Optional.of(id);
        Scope.system(() -> {
            EntitlementSteps entitlement = BEANS.getBean(EntitlementSteps.class);
            entitlement.findContract(id.toString());
            entitlement.openClocks(id.toString(), 2400, 4800, 75);
            tickets.enter(id, Stage.PROCESS);
        });
    }

    private void enter(String at, Stage stage) {
        now(at);
        Scope.system(() -> tickets.enter(ticket(), stage));
    }

    private TicketId ticket() {
        return ticket.orElseThrow();
    }

    private List<ClockReading> readings() {
        return SlaHouse.in(() -> clocks.readings(ticket()));
    }

    private ClockReading read(String code) {
        return readings().stream().filter(reading -> reading.kind().code().equals(code)).findFirst().orElseThrow();
    }

    private List<String> told() {
        return SlaHouse.in(() -> tickets.history(ticket())).stream()
                .filter(event -> Stream.of("internal-warned", "internal-breached").anyMatch(event.kind()::equals))
                .map(event -> event.kind() + " " + event.fact("clock"))
                .toList();
    }
}
