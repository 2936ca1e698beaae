package org.ticketingos.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.FormGiven;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/**
 * The human steps: listed, taken, done. Screen, API and signed links all come through here. What a person may do is
 * decided in that person's sight; what follows from it is the house's work.
 */
@Component
public class Inbox {

    private static final int MOST_ROWS = 200;

    private final InboxList list;
    private final Drafts drafts;
    private final Forms forms;
    private final Map<String, FormFiller> fillers;
    private final Tickets tickets;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Inbox(
            InboxList list,
            Drafts drafts,
            Forms forms,
            List<FormFiller> fillers,
            Tickets tickets,
            TaskService tasks,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.list = list;
        this.drafts = drafts;
        this.forms = forms;
        this.fillers = fillers.stream().collect(Collectors.toMap(FormFiller::form, filler -> filler));
        this.tickets = tickets;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A page of open steps, least time left first. */
    public Page<InboxItem> items(InboxFilter filter, CurrentUser who, @Nullable String cursor, int limit) {
        return list.page(filter, who, cursor, Math.max(1, Math.min(limit, MOST_ROWS)));
    }

    /** The open steps of one ticket that this person may see. */
    public List<InboxItem> of(TicketId ticket, CurrentUser who) {
        return list.of(ticket).stream()
                .filter(item -> !who.isClient() || may(item, who))
                .toList();
    }

    /** Takes the most urgent step nobody has; two people asking at once get two different ones. */
    public Optional<InboxItem> next(CurrentUser who) {
        return inHouse(() -> {
            Optional<String> task = jdbc.sql("""
                            select task_id from inbox_item
                            where assignee is null and task_id in (
                                select urgent.task_id from unnest(?) mine (queue) cross join lateral (
                                    select task_id from inbox_item free
                                    where free.queue = mine.queue and free.assignee is null
                                      and free.snoozed_until is null
                                    order by sort_at, task_id limit 50) urgent)
                            order by sort_at, task_id limit 1 for update skip locked""")
                    .param(who.groups().toArray(String[]::new))
                    .query(String.class)
                    .optional();
            task.ifPresent(id -> tasks.claim(id, who.login()));
            return task;
        })
                .flatMap(list::find);
    }

    public OpenTask open(String taskId, CurrentUser who) {
        InboxItem item = visible(taskId, who);
        Map<String, Object> draft = drafts.of(taskId, who.login());
        Form form = forms.of(item.taskId());
        FormFiller filler = fillers.get(item.form());
        FormFiller.Content content = filler == null ? FormFiller.Content.of(Map.of()) : filler.fill(item.ticketId());
        boolean mine = who.login().equals(item.assignee());
        return new OpenTask(item, tickets.get(item.ticketId()), form, content, draft, mine);
    }

    /** Takes a step for this person; refused when somebody else was faster. */
    public void claim(String taskId, CurrentUser who) {
        InboxItem item = visible(taskId, who);
        if (!may(item, who)) {
            throw new TicketRefused("This step belongs to another queue.");
        }
        if (isShared(item)) {
            throw new TicketRefused("Several people answer this step; nobody takes it alone.");
        }
        inHouse(() -> {
            notAnothers(lock(taskId), who);
            tasks.setAssignee(taskId, who.login());
            return null;
        });
    }

    /** Gives a step back to its queue. What was typed stays as a draft. */
    public void release(String taskId, CurrentUser who) {
        visible(taskId, who);
        inHouse(() -> {
            holding(taskId, who);
            tasks.setAssignee(taskId, null);
            return null;
        });
    }

    /** Gives a step to somebody else; a supervisor may do so with any, everybody with what is theirs. */
    public void handOver(String taskId, String toLogin, CurrentUser who) {
        visible(taskId, who);
        inHouse(() -> {
            if (!who.is(Role.SUPERVISOR)) {
                holding(taskId, who);
            } else {
                lock(taskId);
            }
            tasks.setAssignee(taskId, toLogin);
            return null;
        });
    }

    public void draft(String taskId, Map<String, Object> form, CurrentUser who) {
        drafts.save(visible(taskId, who), who.login(), form);
    }

    /** Does a step: the form is checked whoever calls; then it and all that follows happens, or nothing. */
    public void complete(String taskId, Map<String, Object> form, CurrentUser who) {
        InboxItem item = visible(taskId, who);
        if (!may(item, who)) {
            throw new TicketRefused("This step belongs to another queue.");
        }
        refuseMerged(taskId);
        Map<String, Object> values = checked(item, form);
        inHouse(() -> {
            String holder = lock(taskId);
            boolean shared = isShared(item);
            if (!shared) {
                notAnothers(holder, who);
            }
            if (!take(item, values, who.login())) {
                return null;
            }
            if (holder.isEmpty() || shared) {
                tasks.setAssignee(taskId, who.login());
            }
            tasks.complete(taskId, transientForm(values));
            return null;
        });
    }

    /** Completes the step a signed link has answered; the link itself was the permission. */
    @EventListener
    void answered(FormGiven given) {
        Scope.system(() -> {
            InboxItem item = list.of(given.ticketId()).stream()
                    .filter(open -> open.form().equals(given.form()))
                    .findFirst()
                    .orElseThrow(() -> new TicketRefused("This has been answered already."));
            Map<String, Object> values = checked(item, given.values());
            lock(item.taskId());
            if (take(item, values, given.actor())) {
                tasks.setAssignee(item.taskId(), given.actor());
                tasks.complete(item.taskId(), transientForm(values));
            }
        });
    }

    private boolean isShared(InboxItem item) {
        FormFiller filler = fillers.get(item.form());
        return filler != null && filler.isShared(item.ticketId());
    }

    /** False while others have to answer, too; what this person answered is kept by who asked. */
    private boolean take(InboxItem item, Map<String, Object> values, String actor) {
        FormFiller filler = fillers.get(item.form());
        return filler == null || filler.take(item.ticketId(), values, actor);
    }

    private Map<String, Object> checked(InboxItem item, Map<String, Object> form) {
        Form rules = forms.of(item.taskId());
        FormFiller filler = fillers.get(item.form());
        Map<String, String> findings = filler == null
                ? rules.check(form)
                : rules.check(form, filler.fill(item.ticketId()).options());
        Map<String, Object> values = rules.clean(form);
        if (findings.isEmpty() && filler != null) {
            findings = filler.check(item.ticketId(), values);
        }
        if (!findings.isEmpty()) {
            throw new FormRefused(findings);
        }
        return values;
    }

    private static Map<String, Object> transientForm(Map<String, Object> values) {
        return Variables.createVariables().putValueTyped(Var.FORM.name(), Variables.untypedValue(values, true));
    }

    private InboxItem visible(String taskId, CurrentUser who) {
        return list.find(taskId)
                .filter(item -> !who.isClient() || may(item, who))
                .orElseThrow(() -> new TicketRefused("This step is done already, or it is not yours to see."));
    }

    private static boolean may(InboxItem item, CurrentUser who) {
        return who.login().equals(item.assignee()) || item.queue() != null && who.groups().contains(item.queue());
    }

    /** Who has the step, or the empty string; until the transaction ends nobody else can take it. */
    private String lock(String taskId) {
        refuseMerged(taskId);
        return jdbc.sql("select coalesce(assignee, '') from inbox_item where task_id = ? for update")
                .param(taskId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new TicketRefused("This step is done already."));
    }

    private void refuseMerged(String taskId) {
        jdbc.sql("""
                        select t.number || ' was merged into ' || into_t.number || '. What you typed is kept; go on in '
                               || into_t.number || ', or undo the merge.'
                        from inbox_item i join ticket_merge m on m.ticket_id = i.ticket_id
                        join ticket t on t.id = m.ticket_id join ticket into_t on into_t.id = m.into_id
                        where i.task_id = ?""")
                .param(taskId)
                .query(String.class)
                .optional()
                .ifPresent(sentence -> {
                    throw new TicketRefused(sentence);
                });
    }

    private static void notAnothers(String holder, CurrentUser who) {
        if (!holder.isEmpty() && !holder.equals(who.login())) {
            throw new TicketRefused("%s already has this step.".formatted(holder));
        }
    }

    private void holding(String taskId, CurrentUser who) {
        if (!who.login().equals(lock(taskId))) {
            throw new TicketRefused("You do not have this step.");
        }
    }

    private <T> T inHouse(Supplier<@Nullable T> work) {
        return Scope.system(() -> transaction.execute(status -> work.get()));
    }
}
