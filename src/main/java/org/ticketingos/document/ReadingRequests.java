package org.ticketingos.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue in front of the reading room. Every request is answered, also a second one for the same document. */
@Repository
class ReadingRequests {

    /** Small documents go first, but nobody waits longer than this for them. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);

    ReadingRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Request(long id, UUID document, int attempts) {}

    /** Queues in the caller's transaction and rings once it has committed. */
    void add(DocumentRef document) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into document_request (document_id, client_id, size, asked_at, not_before)
                        values (?, ?, ?, ?, ?)""")
                .params(document.id(), document.client().value(), document.size(), now, now)
                .update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    ring();
                }
            });
        } else {
            ring();
        }
    }

    /** Takes the next request and holds it until the end of the transaction; others pass it by. */
    Optional<Request> take() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select id, document_id, attempts from document_request r where not_before <= :now
                          and not exists (select 1 from document d where d.id = r.document_id and d.scan = 'WAITING')
                        order by asked_at < :overdue desc, size, id limit 1 for update skip locked""")
                .param("now", Timestamp.from(now))
                .param("overdue", Timestamp.from(now.minus(PATIENCE)))
                .query((row, n) ->
                        new Request(row.getLong("id"), row.getObject("document_id", UUID.class), row.getInt("attempts")))
                .optional();
    }

    void answered(Request request) {
        jdbc.sql("delete from document_request where id = ?").param(request.id()).update();
    }

    /** Puts a request back that failed for our own reasons: after 2, 4, 8 ... seconds, at most ten minutes. */
    void postpone(Request request) {
        Duration pause = Duration.ofSeconds(Math.min(600, 2L << Math.min(request.attempts(), 10)));
        jdbc.sql("update document_request set attempts = attempts + 1, not_before = ? where id = ?")
                .params(Timestamp.from(clock.instant().plus(pause)), request.id())
                .update();
    }

    void ring() {
        bell.release();
    }

    /** Waits until somebody asks or the time has passed; true when somebody has. */
    boolean await(Duration time) throws InterruptedException {
        return bell.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
