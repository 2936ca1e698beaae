package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ui.form.FormView;
import org.ticketingos.ui.form.Paper;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Kept;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.FormRefused;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.OpenTask;

/** One human step of a ticket: its form beside the page it is about. */
public class WorkPanel extends Div {

    /** A step lost without an event of its ticket is noticed at least this often. */
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Inbox inbox;
    private final CurrentUser user;
    private final InboxItem item;
    private final Runnable changed;
    private final Consumer<InboxItem> done;
    private final FormView form;
    private final Panel panel;
    private final Span saved = new Span();
    private final Div end = new Div();
    private boolean over;
    private boolean typed;

    /**
     * Draws a step.
     *
     * @param changed runs after the step was taken or given back
     * @param done runs after the step was completed
     */
    public WorkPanel(
            Inbox inbox, OpenTask task, CurrentUser user, Papers papers, Runnable changed, Consumer<InboxItem> done) {
        this.inbox = inbox;
        this.user = user;
        this.item = task.item();
        this.changed = changed;
        this.done = done;
        addClassName("work");
        form = new FormView(task.form(), task.content(), task.values(), !task.mine());
        form.onChange(this::keep);
        papers.about(task.content().documents())
                .ifPresentOrElse(paper -> put(paper, papers, task.mine()), () -> addClassName("alone"));
        panel = new Panel(task.item().name());
        papers.keptAway(task.content().documents()).forEach(why -> panel.add(new Notice(why, Tone.WARN)));
        if (task.mine() && task.draftAt() != null) {
            typed = true;
            panel.add(new DraftNotice(
                    task.draftAt(), () -> discard(task.content().values()), () -> restore(task.values())));
        }
        end.add(task.mine() ? finish(task) : take());
        panel.add(form, end);
        add(panel);
        if (task.mine()) {
            Kept.in(form, "step/" + item.taskId());
            form.begin();
            Live.on(this, event -> event.ticketId().equals(item.ticketId()), event -> look());
            Live.every(this, LOOK, this::look);
        }
    }

    private void put(Paper paper, Papers papers, boolean mine) {
        add(paper);
        if (mine) {
            form.join(paper, papers.reader(this, (field, words) -> inbox.value(item, field, words)));
        } else {
            form.join(paper);
        }
    }

    private Component take() {
        if (item.assignee() != null) {
            return new Notice(Who.is(item.assignee()) + " has this step.", Tone.INFO);
        }
        if (item.queue() == null || !user.groups().contains(item.queue())) {
            return new Notice(item.isTheClients()
                    ? "This step waits for the client."
                    : "This step waits in the queue " + Words.queue(item.queue()) + ", which is not yours.", Tone.INFO);
        }
        return foot(taking("Take this step"));
    }

    private Button taking(String words) {
        Button take = new Button(words, VaadinIcon.HAND.create(), click -> claim());
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setTooltipText(Keys.tip(Act.TAKE));
        Keys.bind(take, Act.TAKE, this::claim);
        Keys.bind(take, Act.COMPLETE, this::claim);
        return take;
    }

    private void claim() {
        inbox.claim(item.taskId(), user);
        changed.run();
    }

    private Component finish(OpenTask task) {
        Button complete = new Button("Complete", VaadinIcon.CHECK.create(), click -> complete());
        complete.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        complete.setTooltipText(Keys.tip(Act.COMPLETE));
        complete.getElement().setAttribute("data-finish", "");
        Keys.bind(this, Act.COMPLETE, this::complete);
        Button release = new Button("Give back to the queue", click -> release());
        release.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        release.setTooltipText(Keys.tip(Act.RELEASE));
        Keys.bind(this, Act.RELEASE, this::release);
        if (task.form().fields().stream().anyMatch(field -> field.key().equals("rejectReason"))) {
            Keys.bind(this, Act.REJECT, this::reject);
        }
        saved.addClassNames("soft", "tiny", "push");
        saved.getElement().setAttribute("role", "status");
        return foot(complete, release, saved);
    }

    /** What can be done with the step stays in sight below a long form. */
    private static Footer foot(Component... acts) {
        Footer foot = new Footer(acts);
        foot.addClassName("form-end");
        return foot;
    }

    private void release() {
        inbox.draft(item.taskId(), form.values(), user);
        over = true;
        inbox.release(item.taskId(), user);
        Notice.done("Given back. What you typed is kept.");
        changed.run();
    }

    private void reject() {
        form.write("outcome", "reject");
        form.focus("rejectReason");
    }

    private void discard(Map<String, Object> proposed) {
        inbox.discardDraft(item.taskId(), user);
        form.write(proposed);
        saved.setText("");
    }

    private void restore(Map<String, Object> draft) {
        form.write(draft);
        keep();
    }

    /** Whether there is something of this person's that must not vanish from the screen. */
    boolean holdsText() {
        return typed;
    }

    private void keep() {
        typed = true;
        if (!over) {
            save();
            saved.setText("Draft saved");
        } else if (inbox.now(item.taskId(), user).isPresent()) {
            save();
        }
    }

    private void save() {
        Map<String, Object> values = form.values();
        inbox.draft(item.taskId(), values, user);
        Kept.told(form, values);
    }

    /** Whether the step is still this person's; a supervisor or a timer may have given it to somebody else. */
    void look() {
        if (over) {
            return;
        }
        Optional<InboxItem> now = inbox.now(item.taskId(), user);
        Optional<String> merged = inbox.merged(item.taskId(), user);
        if (merged.isPresent()) {
            lost(merged.get());
        } else if (now.isEmpty()) {
            lost("This step is done already. What you typed can still be read and copied here.");
        } else if (now.get().assignee() == null) {
            lost("This step went back to its queue. What you typed is kept.");
            end.add(foot(taking("Take it back")));
        } else if (!now.get().assignee().equals(user.login())) {
            lost(Who.is(now.get().assignee()) + " has this step now. What you typed is kept and can be copied.");
        }
    }

    private void lost(String sentence) {
        over = true;
        form.freeze();
        end.removeAll();
        end.add(new Notice(sentence, Tone.WARN));
        panel.addComponentAtIndex(1, new Notice(sentence, Tone.WARN));
        Notice.refused(sentence);
    }

    private void complete() {
        List<String> unseen = form.unseen();
        if (!unseen.isEmpty()) {
            form.focus(unseen.get(0));
            Notice.refused("%s not looked at yet. Enter confirms one and goes to the next."
                    .formatted(Words.count(unseen.size(), "doubtful field") + (unseen.size() == 1 ? " is" : " are")));
            return;
        }
        try {
            over = true;
            inbox.complete(item.taskId(), form.values(), user);
        } catch (FormRefused refused) {
            over = false;
            form.show(refused.findings());
            Notice.refused(refused.getMessage());
            return;
        } catch (RuntimeException failed) {
            over = false;
            look();
            throw failed;
        }
        Notice.done(item.name() + ": done.");
        done.accept(item);
    }
}
