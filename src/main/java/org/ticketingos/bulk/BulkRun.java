package org.ticketingos.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One thing being done, or tried, to many steps; read by others while it runs. */
public final class BulkRun {

    private final UUID id;
    private final String login;
    private final BulkAct act;
    private final boolean dry;
    private final int total;
    private final List<BulkRow> rows = new ArrayList<>();
    private int done;
    private volatile boolean cancelled;
    private volatile boolean finished;

    BulkRun(UUID id, String login, BulkAct act, boolean dry, int total) {
        this.id = id;
        this.login = login;
        this.act = act;
        this.dry = dry;
        this.total = total;
    }

    public UUID id() {
        return id;
    }

    String login() {
        return login;
    }

    public BulkAct act() {
        return act;
    }

    /** Whether it is only tried: nothing stays. */
    public boolean isDry() {
        return dry;
    }

    public int total() {
        return total;
    }

    public synchronized int looked() {
        return rows.size();
    }

    public synchronized int done() {
        return done;
    }

    public synchronized int refused() {
        return rows.size() - done;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    public boolean isFinished() {
        return finished;
    }

    /** Stops before the next step; what has been done stays done. */
    public void cancel() {
        cancelled = true;
    }

    void finish() {
        finished = true;
    }

    synchronized void add(BulkRow row) {
        rows.add(row);
        done += row.done() ? 1 : 0;
    }

    public synchronized List<BulkRow> rows() {
        return List.copyOf(rows);
    }

    synchronized List<BulkRow> rowsFrom(int position) {
        return List.copyOf(rows.subList(position, rows.size()));
    }

    /** Why steps were refused, with how many times each reason was given, in order of appearance. */
    public synchronized Map<String, Integer> reasons() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.done()).forEach(row -> reasons.merge(row.sentence(), 1, Integer::sum));
        return reasons;
    }
}
