package org.ticketingos.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
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
    private final Holding holding;
    private final WorkOffers offers;
    private final NextTask next;

    Inbox(
            InboxList list,
            Drafts drafts,
            Forms forms,
            List<FormFiller> fillers,
            Tickets tickets,
            TaskService tasks,
            Holding holding,
            WorkOffers offers,
            NextTask next) {
        this.list = list;
        this.drafts = drafts;
        this.forms = forms;
        this.fillers = fillers.stream().collect(Collectors.toMap(FormFiller::form, filler -> filler));
        this.tickets = tickets;
        this.tasks = tasks;
        this.holding = holding;
        this.offers = offers;
        this.next = next;
    }

    /** A page of open steps, least time left first. */
    public Page<InboxItem> items(InboxFilter filter, CurrentUser who, @Nullable String cursor, int limit) {
        return list.page(filter, who, cursor, Math.max(1, Math.min(limit, MOST_ROWS)));
    }

    /** The open steps of one ticket that this person may see. */
    public List<InboxItem> of(TicketId ticket, CurrentUser who) {
        return list.of(ticket).stream()
                .filter(item -> !who.isClient() || Holding.may(item, who))
                .toList();
    }

    /** How many match, counted no further than {@code most}. */
    public int count(InboxFilter filter, CurrentUser who, int most) {
        return list.count(filter, who, most);
    }

    /** Those of these steps that still match, as they are now. */
    public List<InboxItem> among(InboxFilter filter, CurrentUser who, Collection<String> taskIds) {
        return list.among(filter, who, taskIds);
    }

    /** Claims what this person does next, see {@link NextTask}. */
    public Optional<InboxItem> next(CurrentUser who) {
        return next.take(who).map(NextTask.Offer::item);
    }

    public OpenTask open(String taskId, CurrentUser who) {
        InboxItem item = visible(taskId, who);
        Optional<Drafts.Draft> draft = drafts.of(taskId, who.login());
        Form form = forms.of(item.taskId());
        FormFiller filler = fillers.get(item.form());
        FormFiller.Content content = filler == null ? FormFiller.Content.of(Map.of()) : filler.fill(item.ticketId());
        boolean mine = who.login().equals(item.assignee());
        return new OpenTask(item, tickets.get(item.ticketId()), form, content,
                draft.map(Drafts.Draft::form).orElse(Map.of()), draft.map(Drafts.Draft::savedAt).orElse(null), mine);
    }

    /** A step as it stands now; empty when it is done or not this person's to see. */
    public Optional<InboxItem> now(String taskId, CurrentUser who) {
        return list.find(taskId).filter(item -> !who.isClient() || Holding.may(item, who));
    }

    /** Why nothing can be done with a step now that its ticket lives on in another one; empty where it does not. */
    public Optional<String> merged(String taskId, CurrentUser who) {
        return now(taskId, who).flatMap(item -> holding.merged(item.taskId()));
    }

    /** What a field of a step takes from words read on a page: an amount without its currency, a day as ISO writes it. */
    public String value(InboxItem item, String field, String words) {
        FormFiller filler = fillers.get(item.form());
        return filler == null ? words : filler.value(item.ticketId(), field, words);
    }

    /** Throws away what this person typed and has not sent. */
    public void discardDraft(String taskId, CurrentUser who) {
        drafts.discard(visible(taskId, who).taskId(), who.login());
    }

    /** Takes a step for this person; refused when somebody else was faster. */
    public void claim(String taskId, CurrentUser who) {
        InboxItem item = visible(taskId, who);
        if (isShared(item)) {
            throw new TicketRefused("Several people answer this step; nobody takes it alone.");
        }
        InboxItem first = who.isClient()
                ? null
                : list.page(InboxFilter.of(InboxFilter.View.QUEUE), who, null, 1).items().stream().findFirst().orElse(null);
        holding.inHouse(() -> {
            boolean had = who.login().equals(holding.lock(taskId));
            holding.take(item, who);
            if (!had && !who.isClient()) {
                offers.picked(item, who.login(), first);
            }
            return null;
        });
    }

    /** Gives a step back to its queue. What was typed stays as a draft. */
    public void release(String taskId, CurrentUser who) {
        holding.release(visible(taskId, who), who);
    }

    /** Gives a step to somebody else; a supervisor may do so with any, everybody with what is theirs. */
    public void handOver(String taskId, String toLogin, CurrentUser who) {
        holding.handOver(visible(taskId, who), toLogin, who);
    }

    /** Takes back a change of hands, unless somebody has changed it since; the empty login is nobody. */
    public void bringBack(String taskId, String now, String before, CurrentUser who) {
        holding.bringBack(visible(taskId, who), now, before);
    }

    /** The step, when this person may see it. */
    public Optional<InboxItem> find(String taskId, CurrentUser who) {
        return list.find(taskId).filter(item -> !who.isClient() || Holding.may(item, who));
    }

    /** The ids of all that match, in their order, at most so many. */
    public List<String> ids(InboxFilter filter, CurrentUser who, int most) {
        return list.ids(filter, who, most);
    }

    public void draft(String taskId, Map<String, Object> form, CurrentUser who) {
        drafts.save(visible(taskId, who), who.login(), form);
    }

    /** Does a step: the form is checked whoever calls; then it and all that follows happens, or nothing. */
    public void complete(String taskId, Map<String, Object> form, CurrentUser who) {
        InboxItem item = visible(taskId, who);
        if (!Holding.may(item, who)) {
            throw new TicketRefused("This step belongs to another queue.");
        }
        if (!who.isClient()) {
            holding.fits(item, who);
        }
        holding.refuseMerged(taskId);
        Map<String, Object> values = checked(item, form);
        holding.inHouse(() -> {
            String holder = holding.lock(taskId);
            boolean shared = isShared(item);
            if (!shared) {
                holding.notAnothers(holder, who);
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
            holding.lock(item.taskId());
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
                .filter(item -> !who.isClient() || Holding.may(item, who))
                .orElseThrow(() -> new TicketRefused("This step is done already, or it is not yours to see."));
    }
}
