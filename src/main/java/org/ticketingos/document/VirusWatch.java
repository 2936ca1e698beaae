package org.ticketingos.document;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;

/** Has arriving files checked for viruses, one after the other; while the scanner is away they wait. */
@Component
@EnableConfigurationProperties(ScanSettings.class)
public class VirusWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(VirusWatch.class);

    /** Of the file; so much of it is in memory at a time. */
    private static final int PIECE = 256 * 1024;

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    /** What the scanner refuses is offered again, in case its limits were raised. */
    private static final Duration REFUSED_REST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final VirusScanner scanner;
    private final ReadingRequests readings;
    private final ScanSettings settings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private volatile @Nullable Instant awaySince;
    private volatile Instant restUntil = Instant.EPOCH;
    private volatile String why = "";
    private int failures;
    private @Nullable ScheduledExecutorService thread;

    VirusWatch(
            JdbcClient jdbc,
            VirusScanner scanner,
            ReadingRequests readings,
            ScanSettings settings,
            PlatformTransactionManager manager,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.scanner = scanner;
        this.readings = readings;
        this.settings = settings;
        this.transactions = new TransactionTemplate(manager);
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * How the checking stands.
     *
     * @param address of the scanner; empty when files are not checked
     * @param waiting files not checked yet, counted up to 1,000
     * @param keptApart files something was found in, counted up to 1,000
     * @param awaySince since when the scanner does not answer; null while it does
     * @param why what the last failed call came to; empty while it answers
     */
    public record Standing(
            boolean on, String address, int waiting, int keptApart, @Nullable Instant awaySince, String why) {}

    public Standing standing() {
        return new Standing(settings.isOn(), settings.address(), count("WAITING"), count("INFECTED"), awaySince, why);
    }

    private int count(String state) {
        return jdbc.sql("select count(*) from (select 1 from document where scan = '" + state + "' limit 1000) counted")
                .query(Integer.class)
                .single();
    }

    private record Waiting(UUID id, ClientId client, String about, String name, long size) {}

    /** Checks the file that has waited longest; answers whether there may be more to do. */
    boolean checkNext() {
        if (clock.instant().isBefore(restUntil)) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Waiting> next = next();
            return next.isPresent() && check(next.get());
        }));
    }

    private Optional<Waiting> next() {
        return jdbc.sql("""
                        select id, client_id, about, name, size from document
                        where scan = 'WAITING' and scan_after <= ? order by scan_after limit 1
                        for update skip locked""")
                .param(Timestamp.from(clock.instant()))
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class), new ClientId(row.getString("client_id")),
                        row.getString("about"), row.getString("name"), row.getLong("size")))
                .optional();
    }

    private boolean check(Waiting file) {
        try {
            long[] from = {1};
            VirusScanner.Verdict verdict = scanner.scan(() -> {
                byte[] piece = from[0] > file.size() ? new byte[0] : piece(file.id(), from[0]);
                from[0] += piece.length;
                return piece;
            });
            settle(file, verdict.isClean() ? ScanState.CLEAN : ScanState.INFECTED, verdict.finding(), Duration.ZERO);
            answers();
            if (!verdict.isClean()) {
                publisher.publishEvent(new FileKeptApart(
                        file.id(), file.client(), file.about(), file.name(), verdict.finding()));
            }
            readings.ring();
            return true;
        } catch (VirusScanner.Refuses refusal) {
            answers();
            settle(file, ScanState.WAITING, String.valueOf(refusal.getMessage()), REFUSED_REST);
            return true;
        } catch (IOException away) {
            rest(away);
            return false;
        }
    }

    private byte[] piece(UUID id, long from) {
        return jdbc.sql("select substring(content from ? for ?) from document where id = ?")
                .params((int) from, PIECE, id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private void settle(Waiting file, ScanState state, String finding, Duration pause) {
        jdbc.sql("update document set scan = ?, scan_finding = ?, scan_after = ? where id = ?")
                .params(state.name(), finding, Timestamp.from(clock.instant().plus(pause)), file.id())
                .update();
    }

    private void answers() {
        failures = 0;
        awaySince = null;
        why = "";
        restUntil = Instant.EPOCH;
    }

    /** After 5 s, 10 s, 20 s ..., at most five minutes. */
    private void rest(IOException away) {
        Duration rest = Duration.ofSeconds(5L << Math.min(failures++, 6));
        restUntil = clock.instant().plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
        why = String.valueOf(away.getMessage());
        if (awaySince == null) {
            awaySince = clock.instant();
            LOG.warn("The virus scanner at {} does not answer ({}); files wait", settings.address(), why);
        }
    }

    private void round() {
        try {
            Scope.system(() -> {
                while (checkNext()) {
                    // until nothing waits, or the scanner is away
                }
            });
        } catch (RuntimeException e) {
            LOG.error("Checking files for viruses failed; it is tried again", e);
        }
    }

    /** Without a scanner nothing is checked, so nothing may wait for one either. */
    private void letGo() {
        int free = Scope.<Integer>system(
                () -> jdbc.sql("update document set scan = 'OFF' where scan = 'WAITING'").update());
        if (free > 0) {
            LOG.warn("No virus scanner is set: {} files that waited for one are let through unchecked", free);
        }
    }

    @Override
    public synchronized void start() {
        if (!settings.isOn()) {
            letGo();
        } else if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread worker = new Thread(task, "virus-watch");
                worker.setDaemon(true);
                return worker;
            });
            thread.scheduleWithFixedDelay(this::round, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
