package org.ticketingos.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.document.ReadingRequests.Request;

/** Reads what is asked for, in the background: one transaction a document, from taking the request to the answer. */
@Component
class ReadingRoom implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);

    private final ReadingRequests requests;
    private final Documents documents;
    private final DocumentPages pages;
    private final DocumentReader reader;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher publisher;
    private final ReadingSettings settings;
    private final List<Thread> readers = new ArrayList<>();
    private volatile boolean open;

    ReadingRoom(
            ReadingRequests requests,
            Documents documents,
            DocumentPages pages,
            DocumentReader reader,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher publisher,
            ReadingSettings settings) {
        this.requests = requests;
        this.documents = documents;
        this.pages = pages;
        this.reader = reader;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.publisher = publisher;
        this.settings = settings;
    }

    /** Reads the next document that is waiting; false when none is. */
    boolean readNext() {
        var taken = new AtomicReference<Request>();
        try {
            return Boolean.TRUE.equals(Scope.<Boolean>system(() -> transactions.execute(status -> {
                var next = requests.take();
                next.ifPresent(request -> {
                    taken.set(request);
                    answer(request);
                });
                return next.isPresent();
            })));
        } catch (RuntimeException e) {
            Request request = taken.get();
            if (request == null || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.error("Reading document {} failed; it is tried again", request.document(), e);
            Scope.system(() -> transactions.executeWithoutResult(status -> requests.postpone(request)));
            return true;
        }
    }

    private void answer(Request request) {
        DocumentRef document = documents.find(request.document()).orElseThrow();
        Reading known = documents.reading(document.id()).orElseThrow();
        ReadStatus status = known.status();
        String reason = known.reason();
        if (status != ReadStatus.READ) {
            Outcome outcome = read(document);
            store(document, outcome);
            status = outcome.status();
            reason = outcome.reason();
        }
        requests.answered(request);
        publisher.publishEvent(new DocumentRead(
                document.id(), document.client(), document.about(), Objects.requireNonNull(status), reason));
    }

    private Outcome read(DocumentRef document) {
        if (!document.scan().isFree()) {
            return Outcome.none(ReadStatus.UNREADABLE, String.valueOf(KeptAway.of(document).getMessage()));
        }
        try {
            return reader.read(documents.bytes(document.id()), document.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the reading room is closing", e);
        }
    }

    private void store(DocumentRef document, Outcome outcome) {
        pages.store(document.id(), document.client(), outcome);
        jdbc.sql("update document set status = ?, reason = ?, page_count = ? where id = ?")
                .params(outcome.status().name(), outcome.reason(), outcome.pageCount(), document.id())
                .update();
    }

    private void work() {
        while (open) {
            try {
                if (!readNext()) {
                    requests.await(settings.poll());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (open) {
                    LOG.error("The reading queue cannot be reached", e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            requests.await(settings.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (!settings.reading() || open) {
            return;
        }
        open = true;
        sweep();
        for (int i = 1; i <= settings.workers(); i++) {
            var thread = new Thread(this::work, "document-reader-" + i);
            thread.setDaemon(true);
            thread.start();
            readers.add(thread);
        }
    }

    private static void sweep() {
        try {
            Worker.sweep();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Left-over folders of earlier workers could not be deleted", e);
        }
    }

    @Override
    public synchronized void stop() {
        open = false;
        readers.forEach(Thread::interrupt);
        for (Thread thread : readers) {
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        readers.clear();
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
