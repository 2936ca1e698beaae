package org.ticketingos.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.ticketingos.journey.Browser;
import org.ticketingos.journey.RunningProduct;

/**
 * Prints how long one agent waits at the browser while twenty others work, with 100,000 open tickets, and what a
 * session costs the server; asserts nothing. See docs/benchmark.md.
 */
@Tag("bench")
class DeskBench {

    private static final Path FOLDER = Path.of("target", "bench-desk").toAbsolutePath();
    private static final int OPEN_TICKETS = Integer.getInteger("bench.tickets", 100_000);
    private static final int AGENTS = 20;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 60);
    private static final int WARM_UP = 10;
    private static final int SESSIONS = 20;
    private static final int REQUESTS = 600;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Test
    void prints_what_it_measured() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        RunningProduct product = RunningProduct.asOperated(FOLDER);
        product.start();
        try {
            Bench bench = new Bench(product.base(), product.pid());
            fill(bench, FOLDER);
            measure(bench, product.base(), product.pid(), FOLDER);
        } finally {
            product.stop();
        }
    }

    /** Real requests the classifier is not sure about, so that a person is asked, among copied ones. */
    static void fill(Bench bench, Path folder) throws Exception {
        try (Connection database = ProductDatabase.of(folder)) {
            DeskFill.people(database, AGENTS);
            DeskFill.tickets(database, OPEN_TICKETS, AGENTS);
        }
        bench.load("requests for triage", 4, REQUESTS, n -> bench.post("client", "/api/v1/tickets", Map.of(
                "subject", "A question about yesterday, " + n,
                "text", "Hello, a question about yesterday: could somebody tell me more about it? Thank you.")));
        bench.untilQuiet();
    }

    static void measure(Bench bench, String base, long pid, Path folder) throws Exception {
        Map<String, String> steps = triage(folder);
        List<String> numbers = List.copyOf(steps.keySet());
        System.out.printf("BENCH %d steps of triage wait; load of the machine %s%n", steps.size(), load());
        List<String> mine = new ArrayList<>(numbers.subList(0, ROUNDS + WARM_UP + 20));
        List<String> others = numbers.subList(mine.size(), numbers.size());
        try (Browser browser = Browser.open()) {
            new DeskMemory(pid).print(browser, base, SESSIONS, mine);
            Desk desk = new Desk(browser, base);
            desk.logsIn("agent");
            Samples samples = new Samples();
            for (int n = 0; n < WARM_UP; n++) {
                round(bench, desk, mine, n, new Samples());
            }
            ConcurrentLinkedQueue<String> theirs =
                    new ConcurrentLinkedQueue<>(others.stream().map(steps::get).toList());
            try (DeskAgents agents = DeskAgents.atWork(bench, AGENTS, theirs, PAUSE, samples)) {
                for (int n = 0; n < ROUNDS; n++) {
                    round(bench, desk, mine, n, samples);
                }
            }
            samples.print();
            System.out.printf("BENCH load of the machine %s%n", load());
        }
    }

    private static void round(Bench bench, Desk desk, List<String> mine, int n, Samples samples) throws Exception {
        samples.add("inbox, loaded by its address", desk.loadsInbox());
        String number = desk.firstOf(mine);
        mine.remove(number);
        samples.add("open a ticket from its row", desk.opens(number));
        samples.add("claim", desk.claims());
        desk.looksAtFields();
        samples.add("complete", desk.completes());
        samples.add("search, rare words", desk.searches("invoice " + (5_000 + n)));
        samples.add("search, a word of every ticket", desk.searches(n % 2 == 0 ? "vendor" : "invoice"));
        samples.add("search, mistyped", desk.searches("invioce " + (7_000 + n)));
        samples.add("inbox, from another screen", desk.goesToInbox());
        rejects(bench, number);
    }

    /** Ends what came of the confirmed request, beside the measurement, so that the next one stands in its place. */
    private static void rejects(Bench bench, String number) throws Exception {
        for (JsonNode task : bench.read("agent", "/api/v1/tasks?ticket=" + number).path("items")) {
            String address = "/api/v1/tasks/" + task.path("id").asText();
            bench.post("agent", address + "/claim", Map.of());
            bench.post("agent", address + "/complete", Map.of("action", "reject", "reason", "No contract covers this."));
        }
    }

    /** Steps nobody has, by the number of their ticket, the oldest first. */
    private static Map<String, String> triage(Path folder) throws Exception {
        Map<String, String> steps = new LinkedHashMap<>();
        try (Connection database = ProductDatabase.of(folder);
                Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery("""
                        select number, task_id from inbox_item
                        where form = 'triage-confirm' and assignee is null order by number_value""")) {
            while (rows.next()) {
                steps.put(rows.getString(1), rows.getString(2));
            }
        }
        return steps;
    }

    private static String load() throws java.io.IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).split(" ")[0] : "unknown";
    }
}
