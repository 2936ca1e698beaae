package org.ticketingos.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;

/** Does one thing to many steps, each in a transaction of its own; a trial does the same and takes it back. */
@Component
public class Bulk implements DisposableBean {

    /** More than a queue should ever hold; a single run has to end some day. */
    public static final int MOST = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);
    private static final int CHUNK = 100;
    private static final int REMEMBERED = 200;
    /** Of one person: what runs or waits to run, and what is kept in memory of what was tried. */
    private static final int MOST_RUNNING = 5;
    private static final int MOST_OF_ONE = 20;
    private static final int LONGEST_ID = 64;
    private static final String FAULT = "That did not work for a reason of ours; nothing was changed.";

    private final Inbox inbox;
    private final BulkVerbs verbs;
    private final BulkBook book;
    private final Tickets tickets;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<UUID, BulkRun> runs = new ConcurrentHashMap<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "bulk");
        thread.setDaemon(true);
        return thread;
    });

    Bulk(
            Inbox inbox,
            BulkVerbs verbs,
            BulkBook book,
            Tickets tickets,
            TransactionTemplate transaction,
            Clock clock) {
        this.inbox = inbox;
        this.verbs = verbs;
        this.book = book;
        this.tickets = tickets;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins; the run goes on by itself and can be looked at. */
    public BulkRun start(BulkOrder order, Collection<String> taskIds, boolean dry, CurrentUser who) {
        BulkRun run = begin(order.act(), order.words(), taskIds, dry, null, who);
        List<String> ids = List.copyOf(taskIds);
        inBackground(run, () -> {
            for (String id : ids) {
                if (run.isCancelled()) {
                    break;
                }
                look(run, order, id, who);
            }
        });
        return run;
    }

    /** All steps that match, as they are at this moment. */
    public List<String> matching(InboxFilter filter, CurrentUser who) {
        List<String> ids = inbox.ids(filter, who, MOST + 1);
        if (ids.size() > MOST) {
            throw new TicketRefused("More than %,d steps match; narrow the view first.".formatted(MOST));
        }
        return ids;
    }

    /** The run, while it is remembered and only for who started it. */
    public Optional<BulkRun> find(UUID id, CurrentUser who) {
        return Optional.ofNullable(runs.get(id)).filter(run -> run.login().equals(who.login())).or(() -> book.find(id, who));
    }

    /** Brings back what a run changed, where nobody has changed it since; a run is undone once. */
    public BulkRun undo(UUID id, CurrentUser who) {
        BulkRun before = find(id, who).orElseThrow(() -> new TicketRefused("There is no such run of yours."));
        if (!before.act().isUndoable() || before.isDry()) {
            throw new TicketRefused("\"%s\" cannot be undone.".formatted(before.act().label()));
        }
        if (!before.isFinished()) {
            throw new TicketRefused("It is still running; stop it first.");
        }
        book.onlyOnce(id);
        List<BulkRow> rows = before.rows().stream().filter(BulkRow::done).toList();
        BulkRun run = begin(before.act(), "Undo: " + before.act().label(),
                rows.stream().map(BulkRow::taskId).toList(), false, id, who);
        inBackground(run, () -> {
            for (BulkRow row : rows) {
                if (run.isCancelled()) {
                    break;
                }
                attempt(run, row.taskId(), row.ticket(), item(row), (r, n) -> verbs.undo(row, before.act(), who));
            }
        });
        return run;
    }

    private BulkRun begin(
            BulkAct act, String words, Collection<String> taskIds, boolean dry, @Nullable UUID undoOf, CurrentUser who) {
        if (who.isClient()) {
            throw new TicketRefused("Doing things to many steps at once is for our own people.");
        }
        if (taskIds.isEmpty()) {
            throw new TicketRefused("No step is selected.");
        }
        if (taskIds.size() > MOST) {
            throw new TicketRefused("At most %,d steps at once.".formatted(MOST));
        }
        if (taskIds.stream().anyMatch(id -> id.length() > LONGEST_ID)) {
            throw new TicketRefused("One of the steps has an id no step can have.");
        }
        makeRoom(who.login());
        BulkRun run = new BulkRun(UUID.randomUUID(), who.login(), act, dry, taskIds.size());
        if (runs.size() > REMEMBERED) {
            runs.values().removeIf(BulkRun::isFinished);
        }
        runs.put(run.id(), run);
        if (!dry) {
            book.begin(run, words, undoOf);
        }
        return run;
    }

    /** One person can neither fill the memory nor keep everybody else waiting. */
    private void makeRoom(String login) {
        List<BulkRun> own = runs.values().stream().filter(run -> run.login().equals(login)).toList();
        if (own.stream().filter(run -> !run.isFinished()).count() >= MOST_RUNNING) {
            throw new TicketRefused("%d runs of yours are not finished yet. Wait for one, or stop it.".formatted(MOST_RUNNING));
        }
        if (own.size() >= MOST_OF_ONE) {
            runs.values().removeIf(run -> run.login().equals(login) && run.isFinished());
        }
    }

    private void look(BulkRun run, BulkOrder order, String taskId, CurrentUser who) {
        Optional<InboxItem> found = inbox.find(taskId, who);
        if (found.isEmpty()) {
            run.add(new BulkRow(run.looked(), taskId, new TicketId(new UUID(0, 0)), Row.NOBODY, "", "", false,
                    "This step is done already, or it is not yours to see.", null, null));
            return;
        }
        InboxItem item = found.get();
        attempt(run, taskId, item.ticketId(), Row.of(item), (r, n) -> verbs.apply(item, order, who));
    }

    private void attempt(
            BulkRun run, String taskId, TicketId ticket, Row row, BiFunction<Row, Integer, BulkVerbs.Change> act) {
        int position = run.looked();
        try {
            BulkVerbs.Change change = transaction.execute(status -> {
                BulkVerbs.Change made = act.apply(row, position);
                if (run.isDry()) {
                    status.setRollbackOnly();
                } else {
                    tickets.record(new BulkApplied(ticket, run.id().toString(), run.act().name(), clock.instant()));
                }
                return made;
            });
            run.add(row.done(position, taskId, ticket, change, run.isDry() ? "Would work" : "Done"));
        } catch (TicketRefused refused) {
            run.add(row.refused(position, taskId, ticket, String.valueOf(refused.getMessage())));
        } catch (RuntimeException fault) {
            LOG.error("step {} in bulk run {}", taskId, run.id(), fault);
            run.add(row.refused(position, taskId, ticket, FAULT));
        }
        if (!run.isDry() && (position + 1) % CHUNK == 0) {
            book.keep(run);
        }
    }

    private static Row item(BulkRow row) {
        return new Row(row.client(), row.number(), row.step());
    }

    private void inBackground(BulkRun run, Runnable work) {
        SecurityContext who = SecurityContextHolder.getContext();
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(who.getAuthentication());
        hands.execute(() -> {
            SecurityContextHolder.setContext(own);
            try {
                Scope.person(work);
            } catch (RuntimeException fault) {
                LOG.error("bulk run {} broke off", run.id(), fault);
                run.cancel();
            } finally {
                if (!run.isDry()) {
                    book.end(run);
                }
                run.finish();
                SecurityContextHolder.clearContext();
            }
        });
    }

    @Override
    public void destroy() {
        runs.values().forEach(BulkRun::cancel);
        hands.shutdown();
    }

    /** What of a step its result names. */
    record Row(org.ticketingos.client.ClientId client, String number, String step) {

        static final org.ticketingos.client.ClientId NOBODY = new org.ticketingos.client.ClientId("house");

        static Row of(InboxItem item) {
            return new Row(item.client(), item.number().value(), item.name());
        }

        BulkRow done(int position, String task, TicketId ticket, BulkVerbs.@Nullable Change change, String sentence) {
            return new BulkRow(position, task, ticket, client, number, step, true, sentence,
                    change == null ? null : change.before(), change == null ? null : change.after());
        }

        BulkRow refused(int position, String task, TicketId ticket, String sentence) {
            return new BulkRow(position, task, ticket, client, number, step, false, sentence, null, null);
        }
    }
}
