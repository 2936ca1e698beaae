package org.ticketingos.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ticketingos.Database;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.bench.DatabaseCpu;
import org.ticketingos.workflow.InboxFilter.View;

/** Prints how long lists, filters and counts take with 100,000 open steps in five queues; asserts nothing. */
@Tag("bench")
class InboxBench {

    private static final int STEPS = Integer.getInteger("bench.tickets", 100_000);
    private static final int ROUNDS = 60;
    private static final CurrentUser AMY = new CurrentUser(
            "bench-1", "Amy", Set.of(Role.AGENT), null, Set.of("bench-q0", "bench-q1", "bench-q2"));
    private static final CurrentUser BOSS =
            new CurrentUser("boss", "Boss", Set.of(Role.SUPERVISOR), null, Set.of("bench-q0"));

    private static DatabaseCpu database;

    private final InboxList list = new InboxList(Database.jdbc(), Clock.systemUTC());

    @Test
    void prints_what_it_measured() throws java.sql.SQLException, java.io.IOException {
        fill();
        try (var connection = Database.superuser()) {
            database = DatabaseCpu.of(connection);
        }
        LoggedIn.as(AMY);
        time("first page, my queues", () -> list.page(InboxFilter.of(View.QUEUE), AMY, null, 50));
        time("first page, everything for me", () -> list.page(InboxFilter.of(View.ALL), AMY, null, 50));
        String deep = deep();
        time("page after 5,000 rows", () -> list.page(InboxFilter.of(View.QUEUE), AMY, deep, 50));
        for (InboxOrder order : InboxOrder.values()) {
            time("by " + order + ", last first", () -> list.page(InboxFilter.of(View.QUEUE).by(order, true), AMY, null, 50));
        }
        time("all queues, supervisor", () -> list.page(InboxFilter.of(View.EVERY), BOSS, null, 50));
        filter("rare client", "{\"field\":\"client\",\"op\":\"is\",\"values\":[\"bench-rare\"]}");
        filter("due within 4 hours", "{\"field\":\"due\",\"op\":\"within\",\"values\":[\"4 hours\"]}");
        filter("subject contains, none", "{\"field\":\"subject\",\"op\":\"contains\",\"values\":[\"nowhere\"]}");
        filter("vendor is, none", "{\"field\":\"work.vendor\",\"op\":\"is\",\"values\":[\"nobody\"]}");
        time("count, capped at 500", () -> list.count(InboxFilter.of(View.QUEUE), AMY, 501));
        time("which of 50 still match", () -> list.among(InboxFilter.of(View.QUEUE), AMY, ids()));
        explain();
    }

    private void filter(String what, String json) {
        InboxFilter filter = InboxFilter.of(View.QUEUE).where(ConditionJson.read(json));
        time("filter: " + what, () -> list.page(filter, AMY, null, 50));
        time("count: " + what, () -> list.count(filter, AMY, 501));
    }

    private String deep() {
        String mark = null;
        for (int i = 0; i < 25; i++) {
            mark = list.page(InboxFilter.of(View.QUEUE), AMY, mark, 200).next();
        }
        return mark;
    }

    private List<String> ids() {
        return list.page(InboxFilter.of(View.QUEUE), AMY, null, 50).items().stream().map(InboxItem::taskId).toList();
    }

    private static void time(String what, Runnable query) {
        query.run();
        double cpu = database.millis();
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            query.run();
            nanos[i] = System.nanoTime() - start;
        }
        cpu = (database.millis() - cpu) / ROUNDS;
        Arrays.sort(nanos);
        System.out.printf("BENCH %-36s p50 %7.1f ms  p95 %7.1f ms  %6.1f CPU-ms of the database each%n",
                what, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6, cpu);
    }

    private static void explain() {
        Scope.system(() -> {
            List<String> plan = new ArrayList<>(Database.jdbc().sql("""
                            explain (analyze, buffers) select i.* from inbox_item i
                            where i.assignee is null and i.queue = 'bench-q1' and i.snoozed_until is null
                            order by i.band, i.slack_at, i.priority_rank, i.received_at, i.task_id limit 51""")
                    .query(String.class)
                    .list());
            plan.forEach(line -> System.out.println("BENCH " + line));
        });
    }

    private static void fill() throws java.sql.SQLException {
        try (var connection = Database.superuser(); var sql = connection.createStatement()) {
            for (String client : List.of("bench-a", "bench-b", "bench-rare")) {
                sql.execute("insert into client (id, name, address, country, zone, locale, billing_mail) values ('"
                        + client + "', 'Client', '-', 'IN', 'Asia/Kolkata', 'en-IN', 'a@b.example')");
            }
            sql.execute("""
                    insert into ticket (id, number, client_id, kind, subject, channel, requester, line, category, priority,
                                        stage, status, queue, next_action, received_at, updated_at)
                    select gen_random_uuid(), 'T-' || (5000000 + n),
                        case when n % 5000 = 0 then 'bench-rare' when n % 2 = 0 then 'bench-a' else 'bench-b' end,
                        'REQUEST', 'Invoice ' || n, 'mail', 'a@b.example', 'data-entry', 'invoice',
                        (array['LOW', 'NORMAL', 'HIGH', 'CRITICAL'])[1 + n % 4], 'PROCESS', 'IN_PROGRESS',
                        'bench-q' || n % 5, 'Do', now() - n * interval '1 second', now()
                    from generate_series(1,""" + STEPS + ") n");
            long begin = System.nanoTime();
            sql.execute("""
                    insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, assignee, due_at)
                    select 'bench-' || t.id, t.id, t.client_id, 'validate-fields', 'Validate', 'f', t.queue,
                           case when substr(t.number, 3)::int % 10 = 0 then 'bench-' || substr(t.number, 3)::int % 7 end,
                           t.received_at + interval '30 hours'
                    from ticket t where t.client_id like 'bench-%'""");
            System.out.printf("BENCH %d steps inserted, %.2f ms each%n", STEPS, (System.nanoTime() - begin) / 1e6 / STEPS);
            sql.execute("update inbox_item set breached = true where due_at <= now() + interval '20 hours' and queue like 'bench-%'");
            sql.execute("vacuum analyze");
        }
    }
}
