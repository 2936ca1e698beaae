package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.client.SampleCalendars.K1;
import static org.ticketingos.client.SampleCalendars.week;
import static org.ticketingos.sla.SlaHouse.BEANS;
import static org.ticketingos.sla.SlaHouse.at;
import static org.ticketingos.sla.SlaHouse.now;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.client.CalendarBook.Kept;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.client.Holiday;
import org.ticketingos.client.HolidayList;
import org.ticketingos.client.WorkCalendar.Version;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Versions are dated far ahead: the database compares with its own clock, the desk with the one of the test. */
class CalendarDeskTest {

    private static final LocalDate FROM = LocalDate.of(2031, 3, 3);
    private static final CurrentUser AVA = admin("sla-ava");
    private static final CurrentUser BEN = admin("sla-ben");
    private static final CurrentUser SAM = new CurrentUser("sla-sam", "Sam", Set.of(Role.SUPERVISOR), null, Set.of());

    private final CalendarDesk desk = BEANS.getBean(CalendarDesk.class);
    private final CalendarPreview preview = BEANS.getBean(CalendarPreview.class);
    private final CalendarChanges changes = BEANS.getBean(CalendarChanges.class);
    private final WorkCalendars calendars = BEANS.getBean(WorkCalendars.class);
    private final Tickets tickets = BEANS.getBean(Tickets.class);
    private final Users users = BEANS.getBean(Users.class);
    private final List<String> switchedOff = new ArrayList<>();
    private String calendar = "";

    @BeforeEach
    void a_calendar_of_its_own() {
        now("2031-02-24T09:00");
        calendar = SlaHouse.in(() -> desk.open(
                "Hours " + System.nanoTime(), K1.zone(), office(LocalDate.EPOCH), "The new site", AVA));
    }

    @AfterEach
    void as_other_tests_expect() {
        now("2026-01-21T09:00");
        switchedOff.forEach(login -> active(login, true));
    }

    @Test
    void one_administrator_proposes_and_another_puts_in_force() {
        two(true);
        CalendarDesk.Proposal proposal = propose(AVA, FROM, strike());
        assertThat(calendars.get(calendar).versions()).as("nothing holds yet").hasSize(1);
        refused(() -> desk.confirm(proposal.id(), AVA), "Another administrator puts in force what you have proposed.");

        Scope.system(() -> desk.confirm(proposal.id(), BEN));

        Kept version = sheet().versions().get(1);
        assertThat(version.plan()).isEqualTo(new CalendarPlan(FROM, office(FROM).blocks(), List.of(strike())));
        assertThat(version.by()).isEqualTo("sla-ben");
        assertThat(calendars.get(calendar).versions()).extracting(Version::from).containsExactly(Version.SINCE_EVER, FROM);
        refused(() -> desk.confirm(proposal.id(), BEN), "Somebody has decided on this proposal already.");
    }

    @Test
    void a_house_with_one_administrator_can_work_and_a_proposal_can_be_dropped() {
        two(false);
        CalendarDesk.Proposal dropped = propose(AVA, FROM, strike());
        Scope.system(() -> desk.reject(dropped.id(), "The strike is off", AVA));
        CalendarDesk.Proposal proposal = propose(AVA, FROM);
        Scope.system(() -> desk.confirm(proposal.id(), AVA));

        assertThat(sheet().versions()).hasSize(2);
        assertThat(sheet().proposals()).isEmpty();
    }

    @Test
    void what_holds_is_never_changed_and_what_is_planned_may_be_taken_back() {
        two(false);
        refused(() -> propose(AVA, LocalDate.of(2031, 2, 24)), "New hours hold from tomorrow, 2031-02-25, at the "
                + "earliest: what was counted stays counted.");
        refused(() -> desk.withdraw(calendar, Version.SINCE_EVER, "wrong", AVA),
                "The version of 2000-01-01 holds already; it is never changed.");
        confirm(propose(AVA, FROM, strike()));
        confirm(propose(AVA, FROM));
        assertThat(sheet().versions().get(1).plan().holidays()).as("the later plan counts").isEmpty();

        Scope.system(() -> desk.withdraw(calendar, FROM, "The strike is off", AVA));

        assertThat(calendars.get(calendar).versions()).hasSize(1);
        refused(() -> desk.withdraw(calendar, FROM, "again", AVA), "No version is planned from 2031-03-03.");
        for (String table : List.of("work_calendar_version", "work_calendar_block")) {
            assertThatThrownBy(() -> SlaHouse.jdbc().sql("delete from " + table + " where calendar_id = ?")
                            .param(calendar)
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never edited");
        }
        assertThatThrownBy(() -> SlaHouse.jdbc().sql("""
                                insert into work_calendar_holiday (calendar_id, valid_from, day, name)
                                values (?, '2000-01-01', '2026-02-02', 'late')""")
                        .param(calendar)
                        .update())
                .hasMessageContaining("never edited");
    }

    @Test
    void only_administrators_change_calendars_and_every_change_has_a_reason() {
        refused(() -> propose(SAM, FROM), "Only administrators change business calendars.");
        refused(() -> desk.propose(calendar, office(FROM), " ", AVA),
                "Say why, in at most 300 characters; the audit keeps it.");
        refused(() -> desk.open(" ", K1.zone(), office(FROM), "x", AVA),
                "Give the calendar a name of at most 80 characters.");
    }

    @Test
    void a_trial_shows_one_clock_on_both_hours() {
        CalendarPreview.Due due = SlaHouse.in(() -> preview.due(
                calendar, new CalendarPlan(FROM, office(FROM).blocks(), List.of(strike())), at("2031-03-04T16:00"), 240));

        assertThat(due.before()).isEqualTo(at("2031-03-05T11:00"));
        assertThat(due.after()).as("the fifth is a strike").isEqualTo(at("2031-03-06T11:00"));
    }

    @Test
    void open_tickets_due_behind_the_change_are_counted_before_and_moved_after_it() {
        two(false);
        TicketId late = ticket("2031-02-24T09:00", 6 * 480 + 240);
        TicketId soon = ticket("2031-02-24T09:00", 480);
        CalendarPlan plan = new CalendarPlan(FROM, office(FROM).blocks(), List.of(
                new Holiday(FROM, "Strike", HolidayList.SITE)));

        CalendarPreview.Moves moves = SlaHouse.in(() -> preview.moves(calendar, plan));
        assertThat(moves.tickets()).isEqualTo(1);
        assertThat(moves.later()).isEqualTo(1);
        assertThat(moves.earlier()).isZero();
        assertThat(moves.examples()).singleElement().satisfies(one -> {
            assertThat(one.before()).isEqualTo(at("2031-03-04T13:00"));
            assertThat(one.after()).isEqualTo(at("2031-03-05T13:00"));
        });

        confirm(SlaHouse.in(() -> desk.propose(calendar, plan, "Strike", AVA)));
        now("2031-02-24T09:05");
        changes.look();
        changes.look();

        assertThat(SlaHouse.in(() -> BEANS.getBean(ClockProjection.class).of(Set.of(late))).get(late))
                .filteredOn(view -> view.kind().equals("resolution"))
                .singleElement()
                .satisfies(view -> assertThat(view.dueAt()).isEqualTo(moves.examples().get(0).after()));
        assertThat(told(late)).isEqualTo(1);
        assertThat(told(soon)).isZero();
        Scope.system(() -> {
            tickets.close(late, "done", SlaHouse.HANDS.instant());
            tickets.close(soon, "done", SlaHouse.HANDS.instant());
        });
    }

    private long told(TicketId id) {
        return SlaHouse.in(() -> tickets.history(id)).stream()
                .filter(event -> event.kind().equals("hours-changed"))
                .count();
    }

    private TicketId ticket(String received, int minutes) {
        now(received);
        TicketId id = SlaHouse.ticket(SlaHouse.STRANGER);
        Scope.system(() -> {
            BEANS.getBean(Clocks.class).start(id, ClockKind.RESOLUTION,
                    new Clocks.Terms(minutes, 75, calendar, "by hand"), at(received));
            tickets.enter(id, Stage.ASSIGN);
        });
        return id;
    }

    private CalendarDesk.Proposal propose(CurrentUser by, LocalDate from, Holiday... holidays) {
        return SlaHouse.in(() -> desk.propose(
                calendar, new CalendarPlan(from, office(from).blocks(), List.of(holidays)), "Agreed in March", by));
    }

    private void confirm(CalendarDesk.Proposal proposal) {
        Scope.system(() -> desk.confirm(proposal.id(), AVA));
    }

    private CalendarDesk.Sheet sheet() {
        return SlaHouse.in(() -> desk.of(calendar));
    }

    private void two(boolean two) {
        if (users.find(BEN.login()).isEmpty()) {
            for (CurrentUser one : List.of(AVA, BEN)) {
                users.add(new Users.User(one.login(), one.name(), one.login() + "@ticketingos.example", Set.of(Role.ADMIN),
                        null, Set.of(), true), "demo");
            }
        }
        users.all().stream()
                .filter(user -> user.active() && user.roles().contains(Role.ADMIN) && !user.login().equals(AVA.login()))
                .filter(user -> !two)
                .forEach(user -> {
                    switchedOff.add(user.login());
                    active(user.login(), false);
                });
    }

    private static void active(String login, boolean active) {
        SlaHouse.jdbc().sql("update app_user set active = ? where login = ?").params(active, login).update();
    }

    private static Holiday strike() {
        return new Holiday(LocalDate.of(2031, 3, 5), "Strike", HolidayList.SITE);
    }

    private static CalendarPlan office(LocalDate from) {
        return new CalendarPlan(
                from, week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00-13:00", "14:00-18:00"), List.of());
    }

    private static CurrentUser admin(String login) {
        return new CurrentUser(login, login, Set.of(Role.ADMIN), null, Set.of());
    }

    private static void refused(Runnable act, String sentence) {
        assertThatThrownBy(() -> Scope.system(act)).isInstanceOf(TicketRefused.class).hasMessage(sentence);
    }
}
