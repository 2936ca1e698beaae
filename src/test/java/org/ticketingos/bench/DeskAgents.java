package org.ticketingos.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Agents at work over HTTP: each looks at the inbox, takes a step, reads it, completes it and searches, with a pause
 * after each act; they begin one after another, because people do not click in step. Every act shows its password, as
 * programs do; a browser's session does that once.
 */
final class DeskAgents implements AutoCloseable {

    private static final Map<String, Object> CONFIRMED =
            Map.of("serviceLine", "data-entry", "category", "invoice", "priority", "NORMAL");

    private final Bench bench;
    private final Queue<String> tasks;
    private final Samples samples;
    private final Duration pause;
    private final ExecutorService pool;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final long begun = System.nanoTime();

    private DeskAgents(Bench bench, int agents, Queue<String> tasks, Duration pause, Samples samples) {
        this.bench = bench;
        this.tasks = tasks;
        this.pause = pause;
        this.samples = samples;
        pool = Executors.newFixedThreadPool(agents);
        for (int n = 1; n <= agents; n++) {
            String login = "desk-" + n;
            long late = pause.toNanos() * n / agents;
            pool.submit(() -> {
                LockSupport.parkNanos(late);
                return work(login);
            });
        }
    }

    /**
     * Lets them work until closed.
     *
     * @param tasks steps to take and complete; without one they go on looking and searching
     */
    static DeskAgents atWork(Bench bench, int agents, Queue<String> tasks, Duration pause, Samples samples) {
        return new DeskAgents(bench, agents, tasks, pause, samples);
    }

    private Void work(String login) throws Exception {
        int round = login.hashCode();
        while (!over.get()) {
            act("API: inbox", () -> bench.get(login, "/api/v1/tasks?view=QUEUE"));
            String task = tasks.poll();
            if (task != null) {
                act("API: claim", () -> bench.post(login, "/api/v1/tasks/" + task + "/claim", Map.of()));
                act("API: read the step", () -> bench.get(login, "/api/v1/tasks/" + task));
                act("API: complete", () -> bench.post(login, "/api/v1/tasks/" + task + "/complete", CONFIRMED));
                done.incrementAndGet();
            }
            int word = Math.abs(round++ % 90_000);
            act("API: search", () -> bench.get(login, "/api/v1/tickets?q=invoice+" + word));
        }
        return null;
    }

    private interface Act {
        int run() throws Exception;
    }

    private void act(String what, Act act) throws Exception {
        if (over.get()) {
            return;
        }
        long begin = System.nanoTime();
        int status = act.run();
        samples.add(what, (System.nanoTime() - begin) / 1e6);
        acts.incrementAndGet();
        if (status >= 400) {
            refused.incrementAndGet();
        }
        LockSupport.parkNanos(pause.toNanos());
    }

    @Override
    public void close() throws InterruptedException {
        over.set(true);
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("BENCH beside it: %.1f acts a second, %d steps completed, %d acts refused%n",
                acts.get() / seconds, done.get(), refused.get());
    }
}
