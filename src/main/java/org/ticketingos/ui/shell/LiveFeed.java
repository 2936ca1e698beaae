package org.ticketingos.ui.shell;

import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

/**
 * One ear for all windows. An event costs nothing while nobody listens; with many listeners it is offered to each in
 * memory, and the database is asked once per gathering whose tickets they are, only when a client's person listens.
 */
@Component
class LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    /** How long events are gathered before windows are told. */
    private static final long GATHER_MILLIS = 200;

    /** More than any second brings; beyond it the oldest are dropped rather than memory filled. */
    private static final int MOST_WAITING = 5_000;

    /** Windows are told by a few threads, so that one busy window holds up only some. */
    private static final int TELLERS = 3;

    private static final Set<Listener> LISTENERS = ConcurrentHashMap.newKeySet();
    private static final ConcurrentLinkedQueue<RecordedEvent> HAPPENED = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger WAITING = new AtomicInteger();
    private static final AtomicBoolean ROUND_SET = new AtomicBoolean();
    private static final ScheduledExecutorService TELLER = tellers();

    private static volatile @Nullable LiveFeed feed;

    private final JdbcClient jdbc;

    LiveFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
        feed = this;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void happened(RecordedEvent event) {
        if (LISTENERS.isEmpty()) {
            return;
        }
        HAPPENED.add(event);
        if (WAITING.incrementAndGet() > MOST_WAITING && HAPPENED.poll() != null) {
            WAITING.decrementAndGet();
        }
        setRound();
    }

    static Registration listen(Listener listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    static int listeners() {
        return LISTENERS.size();
    }

    static Registration every(Visit visit, Duration span, Runnable what) {
        ScheduledFuture<?> turns = TELLER.scheduleWithFixedDelay(
                () -> visit.run(what), span.toMillis(), span.toMillis(), TimeUnit.MILLISECONDS);
        return () -> turns.cancel(false);
    }

    private static void setRound() {
        if (ROUND_SET.compareAndSet(false, true)) {
            TELLER.schedule(LiveFeed::round, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void round() {
        ROUND_SET.set(false);
        try {
            hand(gathered());
            long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
            boolean again = false;
            for (Listener listener : LISTENERS) {
                if (listener.isDue(now)) {
                    TELLER.execute(() -> listener.tell(now));
                } else {
                    again |= listener.waits();
                }
            }
            if (again || !HAPPENED.isEmpty()) {
                setRound();
            }
        } catch (RuntimeException e) {
            LOG.warn("windows could not be told of changes; they show them when they are next opened", e);
        }
    }

    private static List<RecordedEvent> gathered() {
        List<RecordedEvent> events = new ArrayList<>();
        for (RecordedEvent event = HAPPENED.poll(); event != null; event = HAPPENED.poll()) {
            WAITING.decrementAndGet();
            events.add(event);
        }
        return events;
    }

    private static void hand(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        boolean someSeeOneClient = LISTENERS.stream().anyMatch(Listener::isOfOneClient);
        LiveFeed reader = feed;
        Map<TicketId, ClientId> clients = someSeeOneClient && reader != null ? reader.clients(events) : Map.of();
        for (Listener listener : LISTENERS) {
            boolean compared = listener.isOfOneClient();
            for (RecordedEvent event : events) {
                ClientId client = compared ? clients.get(event.ticketId()) : null;
                if (!compared || client != null && listener.sees(client)) {
                    listener.hear(event);
                }
            }
        }
    }

    private Map<TicketId, ClientId> clients(List<RecordedEvent> events) {
        Map<TicketId, ClientId> clients = new HashMap<>();
        Scope.system(() -> jdbc.sql("select id, client_id from ticket where id = any(?)")
                .param(events.stream().map(event -> event.ticketId().value()).distinct().toArray(UUID[]::new))
                .query(row -> {
                    clients.put(
                            new TicketId(row.getObject("id", UUID.class)), new ClientId(row.getString("client_id")));
                }));
        return clients;
    }

    private static ScheduledExecutorService tellers() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = work -> {
            Thread thread = new Thread(work, "live-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ScheduledThreadPoolExecutor tellers = new ScheduledThreadPoolExecutor(TELLERS, threads);
        tellers.setRemoveOnCancelPolicy(true);
        return tellers;
    }
}
