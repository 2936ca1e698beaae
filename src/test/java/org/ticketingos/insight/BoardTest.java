package org.ticketingos.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.client.SampleCalendars.K1;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.staffing.Absence;
import org.ticketingos.staffing.Agent;
import org.ticketingos.staffing.Roster;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.ListFilters;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;
import org.ticketingos.ticket.TicketRefused;

/**
 * Seven open tickets of one client and two of another, Wednesday 2026-01-21 10:00 in India. What each number must be
 * was counted by hand from {@link #house()}.
 */
class BoardTest {

    private static final JdbcClient JDBC = Database.jdbc();
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final Instant NOW = Instant.parse("2026-01-21T04:30:00Z");
    private static final BoardFilter ACME = new BoardFilter(null, new ClientId("board-acme"), null);
    private static AnnotationConfigApplicationContext beans;

    private final Board board = beans.getBean(Board.class);
    private final People people = beans.getBean(People.class);
    private final Flaws flaws = beans.getBean(Flaws.class);

    @BeforeAll
    static void house() {
        beans = Wired.modules(
                "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.staffing", "org.ticketingos.insight");
        beans.refresh();
        beans.getBean(Wired.Hands.class).set(NOW);
        Scope.system(() -> {
            beans.getBean(WorkCalendars.class).add(new WorkCalendar("board-k1", "Office", K1.zone(), K1.versions()));
            client("board-acme");
            client("board-globex");
            JDBC.sql("""
                            insert into contract (id, client_id, number, line, model, currency, sla_plan, calendar_id,
                                sampling_percent, accuracy_target, accuracy_unit, review_required, acceptance_days,
                                reopen_days, platform_share, invoicing, valid_from)
                            values ('board-1', 'board-acme', 'C-1', 'data-entry', 'PER_TRANSACTION', 'INR', 'standard',
                                'board-k1', 10, 0.998, 'FIELD', true, 3, 7, 0.2, 'PER_TICKET', '2025-01-01'),
                            ('board-2', 'board-globex', 'C-2', 'data-entry', 'PER_TRANSACTION', 'INR', 'standard',
                                'board-unknown', 10, 0.998, 'FIELD', true, 3, 7, 0.2, 'PER_TICKET', '2025-01-01')""")
                    .update();
            Roster roster = beans.getBean(Roster.class);
            agent(roster, "board-amy", 2);
            agent(roster, "board-bea", 4);
            roster.away(new Absence("board-bea", at("2026-01-20T00:00"), at("2026-01-23T00:00"), "holiday"));

            // received today 09:10; breached at 09:30; waits in the queue since 09:10; the turnaround runs, too
            UUID breached = ticket("board-acme", "data-entry", "bq-entry", null, "PROCESS", "IN_PROGRESS", "09:10", null);
            clock(breached, "first-response", "RUNNING", "09:20", "09:30", null);
            clock(breached, "resolution", "RUNNING", "15:00", "16:00", "15:30");
            step(breached, "bq-entry", null, "09:10");
            // warned at 09:45, due 10:20, in Amy's hands: begun, hence not lost
            UUID warned = ticket("board-acme", "data-entry", "bq-entry", "board-amy", "PROCESS", "IN_PROGRESS", "09:15", null);
            clock(warned, "resolution", "RUNNING", "09:45", "10:20", "09:55");
            step(warned, "bq-entry", "board-amy", "09:16");
            // due 10:40, latest start 09:50 is over and nobody has begun: lost
            UUID lost = ticket("board-acme", "data-entry", "bq-entry", null, "PROCESS", "IN_PROGRESS", "09:20", null);
            clock(lost, "resolution", "RUNNING", "09:58", "10:40", "09:50");
            step(lost, "bq-entry", null, "09:20");
            // in time, due 11:30, waits
            UUID calm = ticket("board-acme", "data-entry", "bq-entry", null, "PROCESS", "IN_PROGRESS", "08:30", null);
            clock(calm, "resolution", "RUNNING", "11:00", "11:30", "11:05");
            step(calm, "bq-entry", null, "08:31");
            // paused, waits for the client, untouched since last week
            UUID paused = ticket("board-acme", "data-entry", "bq-entry", "board-amy", "APPROVAL", "AWAITING_CLIENT", "08:45", null);
            clock(paused, "resolution", "PAUSED", null, null, null);
            step(paused, "client:board-acme", null, "08:45");
            touched(paused, "2026-01-14T10:00");
            // no clock yet, no line yet; untouched since Tuesday 10:00 = 8 business hours by K1
            UUID fresh = ticket("board-acme", null, null, null, "CLASSIFY", "NEW", "08:50", null);
            step(fresh, "bq-desk", null, "08:50");
            touched(fresh, "2026-01-20T09:00");
            // Amy has it; its row is old, yet she wrote a note at 09:40; in quality check, promise kept
            UUID noted = ticket("board-acme", "data-entry", "bq-entry", "board-amy", "QUALITY_CHECK", "IN_PROGRESS", "09:00", null);
            clock(noted, "resolution", "MET", null, null, null);
            touched(noted, "2026-01-19T10:00");
            event(noted, "board-amy", "09:40");
            JDBC.sql("update ticket set contract_id = 'board-1' where client_id = 'board-acme' and line is not null").update();
            // finished at 09:30
            ticket("board-acme", "data-entry", "bq-entry", null, "CLOSURE", "CLOSED", "07:30", "09:30");

            UUID other = ticket("board-globex", "data-entry", "bq-entry", null, "PROCESS", "IN_PROGRESS", "09:30", null);
            clock(other, "resolution", "RUNNING", "09:40", "09:50", "09:35");
            step(other, "bq-entry", null, "09:30");
            defect(noted, "misread", "09:40");
            defect(noted, "misread", "09:40");
            defect(warned, "omitted", "09:40");
            review(noted, 400, 2);
            review(warned, 100, 1);
            item(noted, "board-amy", "09:35");
            item(noted, "board-amy", "09:36");
            item(warned, "board-amy", "09:37");
        });
    }

    @AfterAll
    static void close() {
        LoggedIn.nobody();
        Scope.system(() -> {
            JDBC.sql("update ticket set closed_at = now() where client_id like 'board-%'").update();
            JDBC.sql("delete from inbox_item where client_id like 'board-%'").update();
        });
        beans.close();
    }

    @Test
    void every_open_ticket_is_counted_once_in_its_stage_and_its_band() {
        Landscape open = house(() -> board.open(ACME));

        assertThat(open.open()).isEqualTo(7);
        assertThat(open.of(Stage.PROCESS)).isEqualTo(4);
        assertThat(open.of(Stage.CLASSIFY)).isEqualTo(1);
        Map<Band, Long> expected = Map.of(
                Band.BREACHED, 1L, Band.WARNING, 2L, Band.IN_TIME, 1L, Band.PAUSED, 1L, Band.NO_CLOCK, 2L);
        for (Band band : Band.values()) {
            assertThat(open.of(band)).as(band.words()).isEqualTo(expected.get(band));
            assertThat(listed(ACME.tickets("open", "yes", "sla", band.code()))).as(band.words()).isEqualTo(open.of(band));
        }
        for (Stage stage : Stage.values()) {
            assertThat(listed(ACME.tickets("open", "yes", "stage", stage.activity()))).isEqualTo(open.of(stage));
        }
        assertThat(open.by(Landscape.Heap::line).get("data-entry")).containsEntry(Band.WARNING, 2L);
        assertThat(open.by(Landscape.Heap::team).get("")).containsEntry(Band.NO_CLOCK, 1L);
        assertThat(listed(ACME.tickets("open", "yes", "team", "-"))).isEqualTo(1);
        assertThat(listed(ACME.tickets("open", "yes", "unclassified", "yes"))).isEqualTo(1);
    }

    @Test
    void a_queue_says_what_waits_what_is_in_hand_and_since_when() {
        List<Board.QueueLoad> queues = house(() -> board.queues(ACME));

        assertThat(queues)
                .containsExactly(
                        new Board.QueueLoad("bq-desk", 1, 0, at("2026-01-21T08:50")),
                        new Board.QueueLoad("bq-entry", 3, 1, at("2026-01-21T08:31")));
        assertThat(listed(ACME.tickets("work", "waiting:bq-entry"))).isEqualTo(3);
        assertThat(listed(ACME.tickets("work", "held:bq-entry"))).isEqualTo(1);
        assertThat(house(() -> board.queues(new BoardFilter(null, null, "bq-entry"))))
                .extracting(Board.QueueLoad::waiting)
                .containsExactly(4L);
        assertThat(house(() -> board.queues(new BoardFilter(ServiceLine.FINANCE, ACME.client(), null)))).isEmpty();
    }

    @Test
    void the_queues_to_choose_from_are_those_that_hold_something() {
        assertThat(house(board::queueNames))
                .contains("bq-desk", "bq-entry")
                .doesNotHaveDuplicates()
                .noneMatch(queue -> queue.startsWith("client:"))
                .containsAll(house(() -> board.queues(BoardFilter.ALL)).stream().map(Board.QueueLoad::queue).toList());
    }

    @Test
    void the_oldest_waiting_step_is_handed_out_first_and_what_waits_for_the_client_never() {
        Hands hands = beans.getBean(Hands.class);

        assertThat(house(() -> hands.waiting(new BoardFilter(ServiceLine.DATA_ENTRY, ACME.client(), null), 10)))
                .extracting(Hands.Card::since)
                .containsExactly(at("2026-01-21T08:31"), at("2026-01-21T09:10"), at("2026-01-21T09:20"));
        assertThat(house(() -> hands.waiting(ACME, 2))).hasSize(2);
        assertThat(house(() -> hands.of("board-amy", ACME, 10))).singleElement().satisfies(card -> {
            assertThat(card.queue()).isEqualTo("bq-entry");
            assertThat(card.dueAt()).isEqualTo(at("2026-01-21T10:20"));
        });
        assertThat(house(() -> hands.escalations(ACME, 10))).isEmpty();
    }

    @Test
    void the_coming_hours_say_what_falls_due_and_what_cannot_be_met_any_more() {
        List<Board.HourDue> hours = house(() -> board.due(ACME, INDIA, 8));

        assertThat(hours).hasSize(8);
        assertThat(hours.get(0)).isEqualTo(new Board.HourDue(at("2026-01-21T10:00"), 2, 1));
        assertThat(hours.get(1)).isEqualTo(new Board.HourDue(at("2026-01-21T11:00"), 1, 0));
        assertThat(hours.get(5)).as("16:00 sharp belongs to the hour it ends").isEqualTo(new Board.HourDue(at("2026-01-21T15:00"), 1, 0));
        for (Board.HourDue hour : hours) {
            assertThat(listed(ACME.tickets("due", hour.hour().toString()))).isEqualTo(hour.due());
            assertThat(listed(ACME.tickets("due", hour.hour() + ",lost"))).isEqualTo(hour.lost());
            assertThat(listed(ACME.tickets("due", hour.hour() + ",open"))).isEqualTo(hour.due() - hour.lost());
        }
    }

    @Test
    void the_past_hours_say_what_came_in_and_what_was_finished() {
        List<Board.HourFlow> flow = house(() -> board.flow(ACME, INDIA, 4));

        assertThat(flow)
                .containsExactly(
                        new Board.HourFlow(at("2026-01-21T07:00"), 1, 0),
                        new Board.HourFlow(at("2026-01-21T08:00"), 3, 0),
                        new Board.HourFlow(at("2026-01-21T09:00"), 4, 1),
                        new Board.HourFlow(at("2026-01-21T10:00"), 0, 0));
        for (Board.HourFlow hour : flow) {
            assertThat(listed(ACME.tickets("received", hour.hour().toString()))).isEqualTo(hour.received());
            assertThat(listed(ACME.tickets("finished", hour.hour().toString()))).isEqualTo(hour.finished());
        }
    }

    @Test
    void idle_is_what_nobody_touched_for_business_hours_and_what_does_not_wait_for_the_client() {
        Board.Idle idle = house(() -> board.idle(ACME, 8, 10));

        assertThat(idle.count()).isEqualTo(1);
        assertThat(idle.capped()).isFalse();
        assertThat(idle.oldest()).singleElement().satisfies(one -> assertThat(one.touched()).isEqualTo(at("2026-01-20T09:00")));
        assertThat(listed(ACME.tickets("idle", "8"))).isEqualTo(1);
        assertThat(house(() -> board.idle(ACME, 200, 10)).count()).isZero();
    }

    @Test
    void an_agent_has_a_state_a_load_a_last_act_and_a_days_work() {
        Map<String, People.AgentNow> agents = new HashMap<>();
        house(() -> people.now(ACME, at("2026-01-21T00:00"))).forEach(agent -> agents.put(agent.login(), agent));

        People.AgentNow amy = agents.get("board-amy");
        assertThat(amy.state()).isEqualTo(People.State.ON_SHIFT);
        assertThat(amy.load()).as("what waits for the client is in nobody's hand").isEqualTo(2);
        assertThat(amy.isFull()).isTrue();
        assertThat(amy.items()).isEqualTo(3);
        assertThat(amy.tickets()).isEqualTo(2);
        assertThat(amy.lastAct()).isNotNull();
        assertThat(amy.lastAct().at()).isEqualTo(at("2026-01-21T09:40"));
        assertThat(agents.get("board-bea").state()).isEqualTo(People.State.ABSENT);
        assertThat(listed(ACME.tickets("hand", "board-amy"))).isEqualTo(2);
        assertThat(listed(ACME.tickets("done", "board-amy@" + at("2026-01-21T00:00")))).isEqualTo(2);
    }

    @Test
    void defects_are_counted_by_cause_and_per_thousand_fields() {
        Flaws.Quality quality = house(() -> flaws.since(ACME, at("2026-01-01T00:00")));

        assertThat(quality.causes())
                .containsExactly(new Flaws.Cause("misread", 2, 1), new Flaws.Cause("omitted", 1, 1));
        assertThat(quality.errors() * 1_000 / quality.checked()).as("3 in 500").isEqualTo(6);
        assertThat(listed(ACME.tickets("defect", "misread@" + at("2026-01-01T00:00")))).isEqualTo(1);
    }

    @Test
    void a_clients_person_counts_nothing_of_another_client() {
        LoggedIn.as(new CurrentUser("mallory", "Mallory", Set.of(Role.CLIENT), new ClientId("board-globex"), Set.of(), ClientRights.ALL, ""));
        try {
            assertThat(board.open(BoardFilter.ALL).open()).isEqualTo(1);
            assertThat(board.open(ACME).open()).isZero();
            assertThat(board.queues(BoardFilter.ALL)).extracting(Board.QueueLoad::waiting).containsExactly(1L);
            assertThat(board.idle(BoardFilter.ALL, 1, 10).oldest()).isEmpty();
            assertThat(flaws.since(BoardFilter.ALL, at("2026-01-01T00:00")).defects()).isZero();
        } finally {
            LoggedIn.nobody();
        }
    }

    @Test
    void a_filter_nobody_understands_is_refused_by_a_sentence() {
        for (String address : List.of("sla=purple", "due=noon", "idle=-1", "work=done", "done=amy", "defect=@")) {
            assertThatThrownBy(() -> listed("tickets?" + address)).as(address).isInstanceOf(TicketRefused.class);
        }
    }

    /** How many tickets the list behind a link shows; what {@code TicketsView} reads of the address by itself included. */
    private static long listed(String link) {
        Map<String, String> address = new HashMap<>();
        for (String part : link.substring(link.indexOf('?') + 1).split("&")) {
            String[] pair = part.split("=", 2);
            address.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return house(() -> beans.getBean(TicketList.class)
                .page(
                        new TicketQuery(
                                null,
                                address.containsKey("stage") ? Stage.ofActivity(address.get("stage")).orElseThrow() : null,
                                null,
                                null,
                                address.containsKey("client") ? new ClientId(address.get("client")) : null,
                                null),
                        beans.getBean(ListFilters.class).list(address),
                        null,
                        200)
                .items()
                .size())
                .longValue();
    }

    private static <T> T house(Supplier<T> work) {
        return java.util.Objects.requireNonNull(Scope.system(work::get));
    }

    private static void client(String id) {
        JDBC.sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values (?, ?, 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'p@b.example')""")
                .params(id, id)
                .update();
    }

    private static void agent(Roster roster, String login, int capacity) {
        roster.add(new Agent(
                login, login, capacity, Set.of("en"), Map.of("board-skill", 3), "board-k1", LocalDate.of(2025, 1, 1)));
    }

    private static UUID ticket(
            String client,
            @Nullable String line,
            @Nullable String queue,
            @Nullable String owner,
            String stage,
            String status,
            String received,
            @Nullable String closed) {
        UUID id = UUID.randomUUID();
        JDBC.sql("""
                        insert into ticket (id, number, client_id, kind, subject, channel, requester, line, priority,
                            stage, status, queue, owner, next_action, received_at, updated_at, closed_at)
                        values (?, ?, ?, 'REQUEST', 'Invoice', 'mail', 'a@b.example', ?, 'NORMAL', ?, ?, ?, ?, 'Work',
                            ?, ?, ?)""")
                .params(
                        id,
                        "T-" + (50_000_000 + Math.abs(id.hashCode() % 1_000_000)),
                        client,
                        line,
                        stage,
                        status,
                        queue,
                        owner,
                        today(received),
                        today(received),
                        today(closed))
                .update();
        return id;
    }

    private static void clock(
            UUID ticket, String kind, String state, @Nullable String warn, @Nullable String due, @Nullable String start) {
        JDBC.sql("""
                        insert into ticket_clock (ticket_id, client_id, kind, state, target_minutes, remaining_seconds,
                            warn_at, due_at, start_by, calendar_id, rule)
                        select id, client_id, ?, ?, 60, 60, ?, ?, ?, 'board-k1', 'r' from ticket where id = ?""")
                .params(kind, state, today(warn), today(due), today(start), ticket)
                .update();
    }

    private static void step(UUID ticket, String queue, @Nullable String assignee, String since) {
        JDBC.sql("""
                        insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, assignee, created_at)
                        select ?, id, client_id, 'step', 'Step', 'form', ?, ?, ? from ticket where id = ?""")
                .params("board-" + UUID.randomUUID(), queue, assignee, today(since), ticket)
                .update();
    }

    private static void touched(UUID ticket, String local) {
        JDBC.sql("update ticket set updated_at = ? where id = ?").params(Timestamp.from(at(local)), ticket).update();
    }

    private static void event(UUID ticket, String actor, String time) {
        JDBC.sql("""
                        insert into ticket_event (ticket_id, client_id, kind, at, actor, facts)
                        select id, client_id, 'note-written', ?, ?, '{}' from ticket where id = ?""")
                .params(today(time), actor, ticket)
                .update();
    }

    private static void defect(UUID ticket, String cause, String time) {
        JDBC.sql("""
                        insert into defect (id, ticket_id, client_id, item_id, field, found, expected, severity, cause,
                            found_by, found_at)
                        select gen_random_uuid(), id, client_id, gen_random_uuid(), 'f', 'x', 'y', 'MINOR', ?, 'QA', ?
                        from ticket where id = ?""")
                .params(cause, today(time), ticket)
                .update();
    }

    private static void review(UUID ticket, int inspected, int errors) {
        JDBC.sql("""
                        insert into review (id, ticket_id, client_id, round, line, reviewer, unit, inspected, errors,
                            critical, accuracy, upper_error, target, verdict, reasons, note, reviewed_at)
                        select gen_random_uuid(), id, client_id, 1, 'data-entry', 'rev', 'FIELD', ?, ?, 0, 0.9, 0.1,
                            0.998, 'DEFECTS', '', '', ? from ticket where id = ?""")
                .params(inspected, errors, today("09:40"), ticket)
                .update();
    }

    private static void item(UUID ticket, String agent, String time) {
        JDBC.sql("""
                        insert into work_item (id, ticket_id, client_id, position, type, state, agent, created_at, recorded_at)
                        select gen_random_uuid(), id, client_id, (select count(*) from work_item w where w.ticket_id = t.id),
                            'invoice', 'RECORDED', ?, ?, ? from ticket t where id = ?""")
                .params(agent, today(time), today(time), ticket)
                .update();
    }

    private static @Nullable Timestamp today(@Nullable String time) {
        return time == null ? null : Timestamp.from(at("2026-01-21T" + time));
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(INDIA).toInstant();
    }
}
