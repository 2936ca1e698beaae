package org.ticketingos.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.ticketingos.ticket.RecordedEvent;

/** Writes down what is to be told, in the transaction it happens in; then spreads it over the subscriptions. */
@Component
class WebhookOutbox {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile boolean wanted = true;
    private volatile Runnable bell = () -> {};

    WebhookOutbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void answeredBy(Runnable courier) {
        bell = courier;
    }

    /** Whether anybody is subscribed is looked up again at each round; until then everything is written down. */
    void lookWhoListens() {
        int before = changes.get();
        boolean somebody = jdbc.sql("select exists (select 1 from webhook)").query(Boolean.class).single();
        synchronized (changes) {
            wanted = somebody || changes.get() != before;
        }
    }

    void somebodyListens() {
        synchronized (changes) {
            changes.incrementAndGet();
            wanted = true;
        }
    }

    @EventListener
    void remember(RecordedEvent event) {
        Optional<EventKind> kind = EventKind.of(event.kind());
        if (!wanted || kind.isEmpty()) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        kind.get().facts().forEach(fact -> facts.put(fact, event.facts().get(fact)));
        jdbc.sql("""
                        insert into webhook_event (client_id, ticket_id, event_seq, kind, at, facts)
                        select t.client_id, t.id, ?, ?, ?, ?::jsonb from ticket t where t.id = ?""")
                .params(event.seq(), event.kind(), Timestamp.from(event.at()), text(facts), event.ticketId().value())
                .update();
        ringAfterCommit();
    }

    void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.run();
            }
        });
    }

    private record Happened(
            long seq, String client, UUID ticket, String number, long eventSeq, String kind, Instant at,
            String facts) {}

    private record Listener(UUID id, String client) {}

    /** Makes deliveries of what has happened, in its order; answers whether there was anything. */
    boolean spread() {
        List<Happened> events = jdbc.sql("""
                        select e.*, t.number from webhook_event e join ticket t on t.id = e.ticket_id
                        order by e.seq limit ? for update of e skip locked""")
                .param(BATCH)
                .query((row, n) -> new Happened(row.getLong("seq"), row.getString("client_id"),
                        row.getObject("ticket_id", UUID.class), row.getString("number"), row.getLong("event_seq"),
                        row.getString("kind"), row.getTimestamp("at").toInstant(), row.getString("facts")))
                .list();
        for (Happened event : events) {
            listeners(event).forEach(listener -> deliver(listener, event));
        }
        if (!events.isEmpty()) {
            jdbc.sql("delete from webhook_event where seq = any (?)")
                    .param(events.stream().map(Happened::seq).toArray(Long[]::new))
                    .update();
        }
        return !events.isEmpty();
    }

    /** Of all clients, or of this one and no other; what is among us goes to our own only. */
    private List<Listener> listeners(Happened event) {
        boolean forClients = EventKind.of(event.kind()).map(EventKind::forClients).orElse(false);
        return jdbc.sql("""
                        select id from webhook
                        where (client_id is null or client_id = ? and ?) and ? = any (kinds) order by id""")
                .params(event.client(), forClients, event.kind())
                .query((row, n) -> new Listener(row.getObject("id", UUID.class), event.client()))
                .list();
    }

    private void deliver(Listener listener, Happened event) {
        UUID id = UUID.randomUUID();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id.toString());
        body.put("event", event.kind());
        body.put("seq", event.eventSeq());
        body.put("at", event.at().toString());
        body.put("client", event.client());
        body.put("ticket", Map.of("id", event.ticket().toString(), "number", event.number()));
        body.put("facts", tree(event.facts()));
        insert(id, listener.id(), listener.client(), event.ticket(), event.kind(), text(body), event.at());
    }

    /** A delivery that is about nothing, to see whether the receiver hears. */
    UUID ping(UUID webhook, String client) {
        UUID id = UUID.randomUUID();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id.toString());
        body.put("event", "ping");
        body.put("at", clock.instant().toString());
        insert(id, webhook, client, null, "ping", text(body), clock.instant());
        ringAfterCommit();
        return id;
    }

    private void insert(UUID id, UUID webhook, String client, @org.jspecify.annotations.Nullable UUID ticket,
            String kind, String body, Instant at) {
        jdbc.sql("""
                        insert into webhook_delivery (id, webhook_id, client_id, ticket_id, kind, body, at, state,
                                                      next_attempt_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?)""")
                .params(id, webhook, client, ticket, kind, body, Timestamp.from(at), Timestamp.from(clock.instant()))
                .update();
    }

    private Object tree(String facts) {
        try {
            return json.readTree(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
