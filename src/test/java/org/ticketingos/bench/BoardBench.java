package org.ticketingos.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.insight.Board;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.insight.Flaws;
import org.ticketingos.insight.Hands;
import org.ticketingos.insight.People;
import org.ticketingos.ticket.ServiceLine;

/** Prints how long each number of the board takes with 100,000 open tickets, two clocks and one step each. */
@Tag("bench")
class BoardBench {

    private static final int OPEN_TICKETS = Integer.getInteger("bench.tickets", 100_000);

    /** More than after which the database thinks about keeping one plan for all values. */
    private static final int ROUNDS = 24;

    private static DatabaseCpu database;

    @Test
    void prints_what_the_board_costs() throws SQLException, IOException {
        AnnotationConfigApplicationContext beans = Wired.modules(
                "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.staffing", "org.ticketingos.insight");
        beans.refresh();
        Instant now = Instant.now();
        beans.getBean(Wired.Hands.class).set(now);
        fill();
        try (Connection connection = Database.superuser()) {
            database = DatabaseCpu.of(connection);
        }
        Board board = beans.getBean(Board.class);
        Hands hands = beans.getBean(Hands.class);
        List<BoardFilter> filters = List.of(
                BoardFilter.ALL,
                new BoardFilter(ServiceLine.DATA_ENTRY, new ClientId("bench-1"), null),
                new BoardFilter(null, null, "bench-queue-1"));
        for (BoardFilter filter : filters) {
            System.out.println("BENCH " + filter);
            time("open, bands, stages", () -> board.open(filter));
            time("queues", () -> board.queues(filter));
            time("due in 8 hours", () -> board.due(filter, ZoneOffset.UTC, 8));
            time("flow of 12 hours", () -> board.flow(filter, ZoneOffset.UTC, 12));
            time("idle", () -> board.idle(filter, 8, 8));
            time("people", () -> beans.getBean(People.class).now(filter, now.minusSeconds(36_000)));
            time("waiting cards", () -> hands.waiting(filter, 30));
            time("escalations", () -> hands.escalations(filter, 8));
            time("quality", () -> beans.getBean(Flaws.class).since(filter, now.minusSeconds(2_592_000)));
        }
        beans.close();
    }

    private static void time(String what, Runnable work) {
        List<Long> times = new ArrayList<>();
        double cpu = database.millis();
        for (int n = 0; n < ROUNDS; n++) {
            long begin = System.nanoTime();
            Scope.system(work::run);
            times.add((System.nanoTime() - begin) / 1_000_000);
        }
        cpu = (database.millis() - cpu) / ROUNDS;
        List<Long> warm = new ArrayList<>(times.subList(2, times.size()));
        Collections.sort(warm);
        System.out.printf("BENCH %-22s median %4d ms, worst %4d ms, %5.0f CPU-ms of the database each%n",
                what, warm.get(warm.size() / 2), warm.get(warm.size() - 1), cpu);
    }

    private static void fill() throws SQLException {
        try (Connection database = Database.superuser(); Statement sql = database.createStatement()) {
            sql.execute("""
                    insert into client (id, name, address, country, zone, locale, billing_mail)
                    select 'bench-' || n, 'Client ' || n, 'Road', 'IN', 'Asia/Kolkata', 'en-IN', 'p@c.example'
                    from generate_series(0, 9) n""");
            sql.execute("insert into work_calendar (id, name, zone) values ('bench', 'Bench', 'Asia/Kolkata')");
            sql.execute("""
                    insert into work_calendar_block (calendar_id, valid_from, day, opens, closes)
                    select 'bench', '2000-01-01', n, '09:00', '18:00' from generate_series(1, 5) n""");
            sql.execute("""
                    insert into contract (id, client_id, number, line, model, currency, sla_plan, calendar_id,
                        sampling_percent, accuracy_target, accuracy_unit, review_required, acceptance_days,
                        reopen_days, platform_share, invoicing, valid_from)
                    select 'bench-' || n, 'bench-' || n, 'C', 'data-entry', 'PER_TRANSACTION', 'INR', 's', 'bench', 10,
                        0.998, 'FIELD', true, 3, 7, 0.2, 'PER_TICKET', '2025-01-01' from generate_series(0, 9) n""");
            sql.execute("""
                    insert into agent (login, name, capacity, languages, joined_on)
                    select 'bench-agent-' || n, 'Agent ' || n, 8, '{en}', '2025-01-01' from generate_series(0, 59) n""");
            sql.execute("insert into shift select login, '2025-01-01', 'bench' from agent where login like 'bench-%'");
            sql.execute("""
                    insert into ticket (id, number, client_id, kind, subject, channel, requester, line, priority, stage,
                        status, queue, owner, next_action, contract_id, received_at, updated_at)
                    select gen_random_uuid(), 'T-' || (70000000 + n), 'bench-' || (n % 10), 'REQUEST', 'Invoice ' || n,
                        'mail', 'a@b.example', (array['data-entry', 'finance', 'hr'])[1 + n % 3], 'NORMAL',
                        (array['PROCESS', 'QUALITY_CHECK', 'ASSIGN', 'APPROVAL'])[1 + n % 4], 'IN_PROGRESS',
                        'bench-queue-' || (n % 7), case when n % 200 = 0 then 'bench-agent-' || (n / 200 % 60) end, 'Work',
                        'bench-' || (n % 10), now() - n * interval '20 seconds', now() - n * interval '9 seconds'
                    from generate_series(1,""" + OPEN_TICKETS + ") n");
            sql.execute("""
                    insert into ticket_clock (ticket_id, client_id, kind, state, target_minutes, remaining_seconds,
                        warn_at, due_at, start_by, calendar_id, rule)
                    select id, client_id, k.kind, case when substr(number, 10, 1) = '7' then 'PAUSED' else 'RUNNING' end, 60, 60,
                        received_at + warns, received_at + dues, received_at + dues - interval '25 minutes', 'bench', 'r'
                    from ticket cross join (values ('first-response', interval '250 hours', interval '300 hours'),
                        ('resolution', interval '450 hours', interval '520 hours')) k (kind, warns, dues)
                    where number like 'T-7_______'""");
            sql.execute("""
                    insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, assignee, due_at, created_at)
                    select 'bench-' || id, id, client_id, 'validate-fields', 'Validate fields', 'data-entry-validate-fields',
                        queue, owner, null, received_at from ticket where number like 'T-7_______'""");
            sql.execute("""
                    insert into ticket_event (ticket_id, client_id, kind, at, actor, facts)
                    select id, client_id, 'note-written', updated_at, case when n < 8 then 'system' else
                        'bench-agent-' || (hashtext(number) % 30 + 30) end, '{}'
                    from ticket cross join generate_series(1, 8) n where number like 'T-7_______'""");
            sql.execute("""
                    insert into defect (id, ticket_id, client_id, item_id, field, found, expected, severity, cause,
                        found_by, found_at)
                    select gen_random_uuid(), id, client_id, gen_random_uuid(), 'f', 'x', 'y', 'MINOR',
                        (array['misread', 'omitted', 'swapped'])[1 + abs(hashtext(number)) % 3], 'QA', now() - interval '1 day'
                    from ticket where number like 'T-7____0__'""");
            sql.execute("vacuum analyze");
        }
    }
}
