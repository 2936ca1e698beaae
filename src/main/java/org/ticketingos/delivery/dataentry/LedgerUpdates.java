package org.ticketingos.delivery.dataentry;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Scope;
import org.ticketingos.delivery.WorkCorrected;
import org.ticketingos.delivery.WorkItems;

/** Keeps the books in step with documents corrected after posting: a row in the outbox, a thread that posts it. */
@Component
class LedgerUpdates implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerUpdates.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Postings postings;
    private final WorkItems items;
    private @Nullable ScheduledExecutorService thread;

    LedgerUpdates(Postings postings, WorkItems items) {
        this.postings = postings;
        this.items = items;
    }

    @EventListener
    void queue(WorkCorrected event) {
        if (event.fields() > 0) {
            postings.queue(items.get(event.item()));
        }
    }

    /** Posts all that waits, each in its own transaction; a fault leaves it in the queue for the next round. */
    void post() {
        Scope.system(() -> {
            try {
                int posted = 0;
                while (postings.postNextCorrection()) {
                    posted++;
                }
                LOG.debug("{} corrections posted", posted);
            } catch (RuntimeException e) {
                LOG.warn("A correction could not be posted; it is tried again: {}", e.toString());
            }
        });
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread named = new Thread(work, "ledger-updates");
                named.setDaemon(true);
                return named;
            });
            started.scheduleWithFixedDelay(this::post, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
            thread = started;
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
