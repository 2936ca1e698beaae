package org.ticketingos.document;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lends worker processes: starts them when needed, keeps them warm for a while, replaces used-up and dead ones. */
@Component
class Workers implements AutoCloseable, MeterBinder {

    private final WorkerCommand command;
    private final ReadingSettings settings;
    private final ScheduledExecutorService watch;
    private final Semaphore places;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Set<Worker> lent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deaths = new AtomicInteger();
    private int lendings;
    private boolean closed;

    Workers(WorkerCommand command, ReadingSettings settings) {
        this.command = command;
        this.settings = settings;
        // One more than documents are read at a time, so that a person who opens a page never waits for a reading.
        places = new Semaphore(settings.workers() + 1, true);
        watch = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "document-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    Worker lend() throws IOException, InterruptedException {
        places.acquire();
        try {
            Worker warm = warm();
            Worker worker = warm == null ? new Worker(command, watch) : warm;
            lent.add(worker);
            return worker;
        } catch (IOException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    void giveBack(Worker worker) {
        lent.remove(worker);
        boolean keep = worker.alive() && worker.pages() < settings.pagesPerWorker();
        if (!worker.alive()) {
            deaths.incrementAndGet();
        }
        synchronized (this) {
            keep &= !closed;
            if (keep) {
                idle.push(worker);
                int lending = ++lendings;
                watch.schedule(() -> endIdle(lending), settings.idle().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        places.release();
        if (!keep) {
            worker.close();
        }
    }

    /** Workers that ended in the middle of their work since the application started. */
    int deaths() {
        return deaths.get();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("ticketingos.document.worker.deaths", deaths, AtomicInteger::get)
                .description("Reading workers that ended in the middle of their work")
                .register(registry);
    }

    /** The processes at work or ready to. */
    synchronized List<ProcessHandle> processes() {
        return Stream.concat(idle.stream(), lent.stream()).map(Worker::process).toList();
    }

    private synchronized @Nullable Worker warm() {
        while (!idle.isEmpty()) {
            Worker worker = idle.pop();
            if (worker.alive()) {
                return worker;
            }
            worker.close();
        }
        return null;
    }

    private synchronized void endIdle(int lending) {
        if (lending == lendings) {
            idle.forEach(Worker::close);
            idle.clear();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            idle.forEach(Worker::close);
            idle.clear();
        }
        watch.shutdown();
    }
}
