package org.ticketingos.document;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;

/** The module put together on the test database, with real workers. */
final class Archive implements AutoCloseable {

    static final ClientId CLIENT = new ClientId("paper");

    final Room room;
    final JdbcClient jdbc = Database.jdbc();
    final ReadingRequests requests;
    final Documents documents;
    final ReadingRoom readingRoom;
    final List<DocumentRead> told = new CopyOnWriteArrayList<>();
    final List<RuntimeException> faults = new ArrayList<>();

    private final Semaphore bell = new Semaphore(0);

    Archive(ReadingSettings settings) {
        Scope.system(() -> jdbc.sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values ('paper', 'Paper Ltd', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')
                        on conflict do nothing""").update());
        room = new Room(settings);
        requests = new ReadingRequests(jdbc, Clock.systemUTC());
        var pages = new DocumentPages(jdbc);
        documents = new Documents(jdbc, pages, requests, room.reader,
                new ScanSettings("", Duration.ofSeconds(5), Duration.ofSeconds(5)), Clock.systemUTC());
        readingRoom = new ReadingRoom(
                requests,
                documents,
                pages,
                room.reader,
                jdbc,
                Objects.requireNonNull(Database.transactions().getTransactionManager()),
                this::hear,
                settings);
        forget();
    }

    private void hear(Object event) {
        if (!faults.isEmpty()) {
            throw faults.remove(0);
        }
        told.add((DocumentRead) event);
        bell.release();
    }

    /** Whether an answer comes within the time. */
    boolean heard(Duration time) {
        try {
            return bell.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        readingRoom.stop();
        room.close();
        forget();
    }

    private void forget() {
        Scope.system(() -> {
            jdbc.sql("delete from document_request").update();
        });
    }
}
