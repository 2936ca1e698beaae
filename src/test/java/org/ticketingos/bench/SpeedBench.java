package org.ticketingos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.ticketingos.journey.RunningProduct;
import org.ticketingos.journey.Spine;

/**
 * Prints figures of speed and memory; asserts none. The product runs in a process of its own with kept data and every
 * commit on disk. See docs/benchmark.md.
 */
@Tag("bench")
class SpeedBench {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final int OPEN_TICKETS = Integer.getInteger("bench.tickets", 100_000);

    @Test
    void prints_what_it_measured() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        RunningProduct product = new RunningProduct(FOLDER);
        System.out.printf("first start to ready: %d ms%n", product.start().toMillis());
        product.stop();
        System.out.printf("second start to ready: %d ms%n", product.start().toMillis());
        try {
            measure(product);
        } finally {
            product.stop();
        }
    }

    private static void measure(RunningProduct product) throws Exception {
        Bench bench = new Bench(product.base(), product.pid());
        System.out.printf("resident memory at rest: %d MB%n", bench.residentMegabytes());
        spine(product);
        intake(bench);
        bench.untilQuiet();
        fill();
        lists(bench);
        System.out.printf("resident memory after the run: %d MB%n", bench.residentMegabytes());
    }

    /** Whole spine with scripted people, one ticket after another: every person answers at once. */
    private static void spine(RunningProduct product) {
        int tickets = 10;
        Spine.run(product, "warm-up");
        long begin = System.nanoTime();
        for (int n = 0; n < tickets; n++) {
            Spine.run(product, "B-" + n);
        }
        double minutes = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 60_000.0;
        System.out.printf("whole spine, ten stages, scanned page read: %.1f tickets a minute%n", tickets / minutes);
    }

    /** A request without papers, so that what is measured is the door; what follows runs beside it and counts as CPU. */
    private static void intake(Bench bench) throws InterruptedException, ExecutionException {
        Map<String, Object> request = new HashMap<>(Map.of(
                "subject", "Where is our order of last week",
                "text", "We ordered forty boxes last week and have heard nothing since. Please look into it."));
        bench.load("warm-up", 4, 100, n -> bench.post("client", "/api/v1/tickets", request));
        for (int callers : new int[] {1, 8, 32}) {
            bench.load("intake by API", callers, 400, n -> bench.post("client", "/api/v1/tickets", request));
        }
    }

    /** Open tickets with open steps, copied in the database from one that is there. */
    private static void fill() throws SQLException, IOException {
        long begin = System.nanoTime();
        try (Connection database = ProductDatabase.of(FOLDER);
                Statement sql = database.createStatement()) {
            sql.execute("""
                    insert into ticket (id, number, client_id, kind, subject, channel, requester, line, priority, stage,
                        status, queue, next_action, received_at, updated_at)
                    select gen_random_uuid(), 'T-' || (1000000 + n),
                        (array['acme', 'globex', 'nordwind', 'sunrise'])[1 + n % 4], 'REQUEST',
                        'Invoice ' || n || ' of vendor ' || (n % 997), 'mail', 'someone@client.example',
                        'data-entry', 'NORMAL', 'PROCESS', 'IN_PROGRESS', 'data-entry', 'Do the work',
                        now() - n * interval '1 second', now()
                    from generate_series(1,""" + OPEN_TICKETS + ") n");
            sql.execute("""
                    insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, assignee, due_at)
                    select 'bench-' || id, id, client_id, 'validate-fields', 'Validate fields',
                        'data-entry-validate-fields', 'data-entry', null, received_at + interval '30 hours'
                    from ticket where number like 'T-1______'""");
            sql.execute("analyze");
        }
        System.out.printf(
                "%d open tickets loaded in %.1f s%n", OPEN_TICKETS, (System.nanoTime() - begin) / 1e9);
    }

    private static void lists(Bench bench) throws InterruptedException, ExecutionException {
        for (int callers : new int[] {1, 8}) {
            bench.load("inbox, first page of 50", callers, 200, n -> bench.get("agent", "/api/v1/tasks?view=QUEUE"));
            bench.load("inbox, one client only", callers, 200, n -> bench.get("agent", "/api/v1/tasks?client=nordwind"));
            bench.load("search, a number", callers, 200, n -> bench.get("agent", "/api/v1/tickets?q=T-" + (1000100 + n)));
            bench.load("search, a rare word", callers, 200, n -> bench.get("agent", "/api/v1/tickets?q=invoice+" + (5000 + n)));
            bench.load("search, a word in every ticket", callers, 50, n -> bench.get("agent", "/api/v1/tickets?q=vendor"));
            bench.load("search as a client's user", callers, 200, n -> bench.get("client", "/api/v1/tickets?q=invoice+" + n));
        }
    }
}
