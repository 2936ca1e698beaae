package org.ticketingos.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** Keeps what runs did, so that it can be read and undone after a restart. */
@Component
class BulkBook implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<UUID, Integer> kept = new ConcurrentHashMap<>();

    BulkBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("update bulk_run set state = 'INTERRUPTED' where state = 'RUNNING'").update();
    }

    void begin(BulkRun run, String words, @Nullable UUID undoOf) {
        jdbc.sql("""
                        insert into bulk_run (id, login, act, words, at, total, state, undo_of)
                        values (?, ?, ?, ?, ?, ?, 'RUNNING', ?)""")
                .params(run.id(), run.login(), run.act().name(), words, Timestamp.from(clock.instant()), run.total(), undoOf)
                .update();
    }

    void keep(BulkRun run) {
        int from = kept.getOrDefault(run.id(), 0);
        List<BulkRow> rows = run.rowsFrom(from);
        Scope.system(() -> rows.stream().filter(row -> !row.number().isEmpty()).forEach(row -> jdbc.sql("""
                        insert into bulk_row (run_id, position, task_id, ticket_id, client_id, number, step, done,
                                              sentence, before, after)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run.id(), row.position(), row.taskId(), row.ticket().value(), row.client().value(),
                        row.number(), row.step(), row.done(), row.sentence(), row.before(), row.after())
                .update()));
        kept.put(run.id(), from + rows.size());
    }

    void end(BulkRun run) {
        keep(run);
        kept.remove(run.id());
        jdbc.sql("update bulk_run set state = ?, finished_at = ? where id = ?")
                .params(run.isCancelled() ? "CANCELLED" : "DONE", Timestamp.from(clock.instant()), run.id())
                .update();
    }

    void onlyOnce(UUID id) {
        boolean undone = jdbc.sql("select exists (select 1 from bulk_run where undo_of = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (undone) {
            throw new TicketRefused("This has been undone already.");
        }
    }

    Optional<BulkRun> find(UUID id, CurrentUser who) {
        return jdbc.sql("select * from bulk_run where id = ? and login = ?")
                .params(id, who.login())
                .query((row, n) -> new BulkRun(
                        id, who.login(), BulkAct.valueOf(row.getString("act")), false, row.getInt("total")))
                .optional()
                .map(run -> {
                    rows(id).forEach(run::add);
                    run.finish();
                    return run;
                });
    }

    private List<BulkRow> rows(UUID id) {
        return jdbc.sql("select * from bulk_row where run_id = ? order by position")
                .param(id)
                .query((row, n) -> new BulkRow(
                        row.getInt("position"),
                        row.getString("task_id"),
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        new ClientId(row.getString("client_id")),
                        row.getString("number"),
                        row.getString("step"),
                        row.getBoolean("done"),
                        row.getString("sentence"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }
}
