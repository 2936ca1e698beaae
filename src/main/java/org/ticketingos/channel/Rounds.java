package org.ticketingos.channel;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ticketingos.access.Scope;

/**
 * A background thread that does one round of work after another: at once while there is more to do or when woken, else
 * after a pause; ever slower while rounds fail. It sees all clients.
 */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration SLOWEST = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HURRY = Duration.ofMillis(100);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier round;
    private volatile boolean running;
    private boolean woken;
    private int failures;
    private @Nullable Thread thread;

    /** @param round answers whether there may be more to do at once */
    public Rounds(String name, Duration pause, BooleanSupplier round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    public synchronized void start() {
        if (!running) {
            running = true;
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    public void stop() {
        stop(() -> {});
    }

    /** Lets the round at work end, for at most ten seconds; hurry is called until it has. */
    void stop(Runnable hurry) {
        Thread ending;
        synchronized (this) {
            running = false;
            ending = thread;
            thread = null;
            notifyAll();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (ending != null && ending.isAlive() && System.nanoTime() < deadline) {
                hurry.run();
                ending.join(HURRY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return running;
    }

    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    private void run() {
        while (running) {
            Duration wait;
            try {
                boolean[] more = new boolean[1];
                Scope.system(() -> more[0] = round.getAsBoolean());
                failures = 0;
                wait = more[0] ? Duration.ZERO : pause;
            } catch (RuntimeException e) {
                failures++;
                wait = slower();
                if (running && (failures == 1 || failures % 60 == 0)) {
                    LOG.warn("{} failed ({} in a row), next try in {} s: {}", name, failures, wait.toSeconds(), e.toString());
                    LOG.debug("{} failed", name, e);
                }
            }
            await(wait);
        }
    }

    private Duration slower() {
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - 1, 6));
        return wait.compareTo(SLOWEST) > 0 ? SLOWEST : wait;
    }

    private synchronized void await(Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        try {
            for (long left = wait.toMillis(); running && !woken && left > 0;
                    left = Duration.ofNanos(until - System.nanoTime()).toMillis()) {
                wait(left);
            }
        } catch (InterruptedException e) {
            running = false;
        }
        woken = false;
    }
}
