package org.ticketingos.workflow;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.ticket.TicketRefused;

/** Who has a step: taken by one compare-and-set, given back, handed over. */
@Component
class Holding {

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final Users users;
    private final Walls walls;
    private final Fit fit;
    private final TransactionTemplate transaction;

    Holding(
            JdbcClient jdbc,
            TaskService tasks,
            Users users,
            Walls walls,
            Fit fit,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.users = users;
        this.walls = walls;
        this.fit = fit;
        this.transaction = transaction;
    }

    /** Who may be offered or given a step of that client, and may take one from that queue. */
    static boolean may(InboxItem item, CurrentUser who) {
        if (item.isTheClients() && !who.isClient()) {
            return false;
        }
        return who.login().equals(item.assignee()) || item.queue() != null && who.groups().contains(item.queue());
    }

    void take(InboxItem item, CurrentUser who) {
        if (!may(item, who)) {
            throw new TicketRefused("This step belongs to another queue.");
        }
        fits(item, who);
        inHouse(() -> {
            String holder = lock(item.taskId());
            notAnothers(holder, who);
            if (holder.isEmpty()) {
                tasks.setAssignee(item.taskId(), who.login());
            }
            return null;
        });
    }

    /** Refuses whoever is kept apart from the client, or may not do this step by the rules of the trade. */
    void fits(InboxItem item, CurrentUser who) {
        walls.check(who.login(), who.name(), item.client());
        fit.refuses(item, who.login()).ifPresent(sentence -> {
            throw new TicketRefused(sentence);
        });
    }

    /** Takes the step unless somebody has it, is just taking it, or it is not for this person; never waits. */
    boolean takeIfFree(InboxItem item, CurrentUser who) {
        if (fit.refuses(item, who.login()).isPresent()) {
            return false;
        }
        return Boolean.TRUE.equals(inHouse(() -> {
            Optional<String> free = jdbc.sql("""
                            select task_id from inbox_item
                            where task_id = ? and assignee is null and snoozed_until is null
                            for update skip locked""")
                    .param(item.taskId())
                    .query(String.class)
                    .optional();
            free.ifPresent(id -> tasks.setAssignee(id, who.login()));
            return free.isPresent();
        }));
    }

    /** A supervisor gives back any step, everybody else what is theirs. */
    void release(InboxItem item, CurrentUser who) {
        inHouse(() -> {
            String holder = who.is(Role.SUPERVISOR) ? lock(item.taskId()) : holding(item.taskId(), who);
            if (holder.isEmpty()) {
                throw new TicketRefused("Nobody has this step.");
            }
            tasks.setAssignee(item.taskId(), null);
            return null;
        });
    }

    /** A supervisor hands over any step, everybody else what is theirs. */
    void handOver(InboxItem item, String toLogin, CurrentUser who) {
        if (who.isClient() || item.isTheClients()) {
            throw new TicketRefused("What the client has to do is handed over to nobody.");
        }
        Users.User to = Scope.system(() -> users.find(toLogin).orElse(null));
        if (to == null || to.client() != null || !to.active()) {
            throw new TicketRefused("There is no colleague with the log-in name " + toLogin + ".");
        }
        if (who.isBlind() && !to.groups().contains(String.valueOf(item.queue()))) {
            throw new TicketRefused(to.name() + " does not work in the queue of this step.");
        }
        walls.check(to.login(), to.name(), item.client());
        if (fit.refuses(item, to.login()).isPresent()) {
            throw new TicketRefused(to.name() + " may not do this step.");
        }
        inHouse(() -> {
            String holder = who.is(Role.SUPERVISOR) ? lock(item.taskId()) : holding(item.taskId(), who);
            if (holder.equals(toLogin)) {
                throw new TicketRefused(to.name() + " has this step already.");
            }
            tasks.setAssignee(item.taskId(), toLogin);
            return null;
        });
    }

    void bringBack(InboxItem item, String now, String before) {
        inHouse(() -> {
            if (!lock(item.taskId()).equals(now)) {
                throw new TicketRefused("Somebody else has changed who has this step since.");
            }
            tasks.setAssignee(item.taskId(), before.isEmpty() ? null : before);
            return null;
        });
    }

    /** Who has the step, or the empty string; until the transaction ends nobody else can take it. */
    String lock(String taskId) {
        refuseMerged(taskId);
        return jdbc.sql("select coalesce(assignee, '') from inbox_item where task_id = ? for update")
                .param(taskId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new TicketRefused("This step is done already."));
    }

    void refuseMerged(String taskId) {
        merged(taskId).ifPresent(sentence -> {
            throw new TicketRefused(sentence);
        });
    }

    /** Why nothing can be done with the step of a ticket that lives on in another one. */
    Optional<String> merged(String taskId) {
        return jdbc.sql("""
                        select t.number || ' was merged into ' || into_t.number || '. What you typed is kept; go on in '
                               || into_t.number || ', or undo the merge.'
                        from inbox_item i join ticket_merge m on m.ticket_id = i.ticket_id
                        join ticket t on t.id = m.ticket_id join ticket into_t on into_t.id = m.into_id
                        where i.task_id = ?""")
                .param(taskId)
                .query(String.class)
                .optional();
    }

    void notAnothers(String holder, CurrentUser who) {
        if (!holder.isEmpty() && !holder.equals(who.login())) {
            throw new AlreadyTaken(holder, nameOf(holder));
        }
    }

    String nameOf(String login) {
        return users.find(login).map(Users.User::name).orElse(login);
    }

    String holding(String taskId, CurrentUser who) {
        String holder = lock(taskId);
        if (!who.login().equals(holder)) {
            throw new TicketRefused("You do not have this step.");
        }
        return holder;
    }

    <T> @Nullable T inHouse(Supplier<@Nullable T> work) {
        return Scope.system(() -> transaction.execute(status -> work.get()));
    }
}
