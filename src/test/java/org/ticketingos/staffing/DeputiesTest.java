package org.ticketingos.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.client.SampleCalendars.K1;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Absence, deputy and the idle holder, on the real database. */
class DeputiesTest {

    private static final JdbcClient JDBC = Database.jdbc();
    private static final ClientId CLIENT = new ClientId("deputies");
    private static AnnotationConfigApplicationContext context;
    private static Wired.Hands hands;

    private final Tickets tickets = context.getBean(Tickets.class);
    private final Absences absences = context.getBean(Absences.class);
    private final Deputies deputies = context.getBean(Deputies.class);
    private final IdleOwners idle = context.getBean(IdleOwners.class);

    /** A step changed hands, as the engine tells it. */
    private record StepTaken(TicketId ticketId, String task, String step, String queue, String agent, Instant at)
            implements TicketEvent {}

    private record ReplyWritten(TicketId ticketId, String messageId, boolean automatic, Instant at) implements TicketEvent {}

    @BeforeAll
    static void house() {
        context = Wired.modules("org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.staffing");
        context.getEnvironment().getPropertySources().addFirst(
                new MapPropertySource("test", Map.of("ticketingos.staffing.watch", "PT24H")));
        context.registerBean(Decisions.class, () -> (table, facts) ->
                Map.of("remindMinutes", 60, "returnMinutes", 120, "superviseMinutes", 240));
        context.refresh();
        hands = context.getBean(Wired.Hands.class);
        Scope.system(() -> {
            context.getBean(WorkCalendars.class).add(new WorkCalendar("deputies-day", "Day", K1.zone(), K1.versions()));
            JDBC.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values ('deputies', 'Deputy Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'p@d.example')""")
                    .update();
            Roster roster = context.getBean(Roster.class);
            for (String login : List.of("dep-anna", "dep-ben", "dep-cleo")) {
                roster.add(new Agent(login, login, 9, Set.of("en"), Map.of(), "deputies-day", LocalDate.of(2025, 1, 1)));
            }
        });
    }

    @AfterAll
    static void close() {
        Scope.system(() -> JDBC.sql("update ticket set closed_at = now() where client_id = 'deputies'").update());
        context.close();
    }

    @AfterEach
    void log_out() {
        LoggedIn.nobody();
        Scope.system(() -> JDBC.sql("delete from absence where login like 'dep-%'").update());
    }

    @Test
    void work_moves_to_the_deputy_what_comes_later_too_and_what_is_open_comes_back_by_itself() {
        hands.set(at("2026-01-21T10:00"));
        TicketId open = owned("dep-anna");
        TicketId finished = owned("dep-anna");
        CurrentUser anna = user("dep-anna");
        Scope.system(() -> absences.enter("dep-anna", at("2026-01-22T00:00"), at("2026-01-24T00:00"), "holiday", "dep-ben", anna));
        deputies.look();
        assertThat(owner(open)).as("not before it begins").isEqualTo("dep-anna");

        hands.set(at("2026-01-22T09:00"));
        deputies.look();
        TicketId later = owned("dep-anna");
        deputies.look();

        assertThat(List.of(owner(open), owner(finished), owner(later))).containsOnly("dep-ben");
        LoggedIn.as(user("dep-ben"));
        RecordedEvent act = tickets.record(new ReplyWritten(open, "m", false, hands.instant()));
        assertThat(act.actor()).isEqualTo("dep-ben");
        assertThat(act.fact("onBehalfOf")).as("B for A").isEqualTo("dep-anna");
        LoggedIn.nobody();
        Scope.system(() -> tickets.close(finished, "done", hands.instant()));

        hands.set(at("2026-01-24T09:00"));
        deputies.look();

        assertThat(owner(open)).isEqualTo("dep-anna");
        assertThat(owner(later)).isEqualTo("dep-anna");
        assertThat(owner(finished)).as("what the deputy finished stays done").isEqualTo("dep-ben");
        assertThat(kinds(open)).contains("deputy-took-over", "absence-ended");
        LoggedIn.as(user("dep-ben"));
        assertThat(tickets.record(new ReplyWritten(open, "m", false, hands.instant())).fact("onBehalfOf")).isEmpty();
    }

    @Test
    void without_a_deputy_the_work_goes_back_to_its_queue() {
        hands.set(at("2026-01-21T10:00"));
        TicketId open = owned("dep-anna");
        Scope.system(() -> absences.enter(
                "dep-anna", at("2026-01-21T09:00"), at("2026-01-22T00:00"), "illness", null, user("dep-anna")));

        deputies.look();

        assertThat(owner(open)).isNull();
        assertThat(Scope.system(() -> tickets.get(open)).queue()).isEqualTo("data-entry");
    }

    @Test
    void absences_that_cannot_be_are_refused_in_words() {
        hands.set(at("2026-01-21T10:00"));
        CurrentUser anna = user("dep-anna");
        enter("dep-ben", "2026-02-01T00:00", "2026-02-03T00:00", null, user("dep-ben"));
        refused(() -> enter("dep-anna", "2026-02-02T00:00", "2026-02-04T00:00", "dep-ben", anna), "dep-ben is away then too");
        refused(() -> enter("dep-anna", "2026-02-02T00:00", "2026-02-04T00:00", "dep-anna", anna), "Nobody stands in for themselves");
        refused(() -> enter("dep-anna", "2026-02-04T00:00", "2026-02-02T00:00", null, anna), "An absence ends after it begins");
        refused(() -> enter("dep-ben", "2026-02-02T00:00", "2026-02-04T00:00", null, anna), "Only dep-ben or a supervisor");
        refused(() -> enter("dep-ben", "2026-02-02T00:00", "2026-02-04T00:00", null, user("dep-ben")), "dep-ben is away then already");
    }

    @Test
    void an_idle_holder_is_reminded_then_loses_the_step_then_a_supervisor_hears_of_it_in_business_hours_only() {
        hands.set(at("2026-01-21T17:30"));
        TicketId id = owned("dep-cleo");
        take(id, "dep-cleo");
        idle.look();
        assertThat(ladder(id).remindAt()).as("the office closes at 18:00").isEqualTo(at("2026-01-22T09:30"));
        assertThat(ladder(id).returnsAt()).isEqualTo(at("2026-01-22T10:30"));

        hands.set(at("2026-01-22T09:29"));
        idle.look();
        assertThat(kinds(id)).doesNotContain("owner-reminded");
        hands.set(at("2026-01-22T09:30"));
        idle.look();
        assertThat(kinds(id)).containsOnlyOnce("owner-reminded");
        assertThat(owner(id)).isEqualTo("dep-cleo");

        hands.set(at("2026-01-22T10:30"));
        idle.look();
        assertThat(owner(id)).as("back in the queue").isNull();
        assertThat(kinds(id)).contains("owner-idle");
        hands.set(at("2026-01-22T12:30"));
        idle.look();
        idle.look();
        assertThat(kinds(id)).containsOnlyOnce("idle-escalated");
    }

    @Test
    void only_what_the_client_sees_sets_the_timer_back() {
        hands.set(at("2026-01-21T10:00"));
        TicketId id = owned("dep-cleo");
        take(id, "dep-cleo");
        idle.look();

        hands.set(at("2026-01-21T10:40"));
        Scope.system(() -> tickets.record(new ReplyWritten(id, "m", true, hands.instant())));
        idle.look();
        assertThat(ladder(id).remindAt()).as("an automatic mail").isEqualTo(at("2026-01-21T11:00"));
        Scope.system(() -> tickets.record(new ReplyWritten(id, "m", false, hands.instant())));
        idle.look();
        assertThat(ladder(id).remindAt()).isEqualTo(at("2026-01-21T11:40"));
    }

    @Test
    void time_is_measured_from_steps_and_corrected_with_a_reason_beside_it() {
        hands.set(at("2026-01-21T10:00"));
        TicketId id = owned("dep-anna");
        WorkTimes times = context.getBean(WorkTimes.class);
        LoggedIn.as(user("dep-anna"));
        tickets.record(new StepTaken(id, "task-" + id, "validate", "data-entry", "dep-anna", hands.instant()));
        hands.set(hands.instant().plus(Duration.ofMinutes(25)));

        refused(() -> times.correct(id, "dep-anna", day(), 10, "x", user("dep-anna")), "Say in 5 to 300 characters");
        refused(() -> times.correct(id, "dep-anna", day(), -30, "too much", user("dep-anna")), "dep-anna has 25 minutes");
        refused(() -> times.correct(id, "dep-anna", day(), 5, "not mine", user("dep-ben")), "Only dep-anna or a supervisor");
        times.correct(id, "dep-anna", day(), 10, "a call with the client", user("dep-anna"));

        assertThat(times.of(id)).singleElement().satisfies(line -> {
            assertThat(line.measured()).isEqualTo(25);
            assertThat(line.minutes()).isEqualTo(35);
            assertThat(line.why()).containsExactly("+10 min by dep-anna: a call with the client");
        });
        assertThat(times.sheet("dep-anna", day(), day())).extracting(WorkTimes.Line::ticket).contains(id);
        assertThat(kinds(id)).contains("work-time-corrected");
    }

    private static LocalDate day() {
        return LocalDate.ofInstant(hands.instant(), K1.zone());
    }

    private void enter(String login, String from, String to, String deputy, CurrentUser who) {
        Scope.system(() -> absences.enter(login, at(from), at(to), "holiday", deputy, who));
    }

    private void take(TicketId id, String agent) {
        Scope.system(() -> tickets.record(
                new StepTaken(id, "task-" + id, "validate", "data-entry", agent, hands.instant())));
    }

    private IdleOwners.Ladder ladder(TicketId id) {
        List<IdleOwners.Ladder> ladders = Scope.system(() -> idle.of(id));
        assertThat(ladders).hasSize(1);
        return ladders.get(0);
    }

    private TicketId owned(String login) {
        return Scope.system(() -> {
            TicketId id = tickets.open(NewTicket.request(CLIENT, "Invoice", "mail", "x@d.example", hands.instant())).id();
            tickets.classify(id, ServiceLine.DATA_ENTRY, "invoice", Priority.NORMAL, "calm", "desk");
            tickets.assign(id, "data-entry", login, "for the test");
            return id;
        });
    }

    private String owner(TicketId id) {
        return Scope.system(() -> tickets.get(id)).owner();
    }

    private List<String> kinds(TicketId id) {
        return Scope.system(() -> tickets.history(id)).stream().map(RecordedEvent::kind).toList();
    }

    private static CurrentUser user(String login) {
        return new CurrentUser(login, login, Set.of(Role.AGENT), null, Set.of("data-entry"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(K1.zone()).toInstant();
    }

    private static void refused(Runnable act, String sentence) {
        assertThatThrownBy(act::run).isInstanceOf(TicketRefused.class).hasMessageStartingWith(sentence);
    }
}
