package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ui.form.FormView;
import org.ticketingos.ui.form.Paper;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.workflow.FormRefused;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.OpenTask;

/** One human step of a ticket: its form beside the page it is about. */
public class WorkPanel extends Div {

    private final Inbox inbox;
    private final CurrentUser user;
    private final InboxItem item;
    private final Runnable changed;
    private final Consumer<InboxItem> done;
    private final FormView form;
    private final Span saved = new Span();

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
        papers.about(task.content().documents()).ifPresentOrElse(paper -> put(paper), () -> addClassName("alone"));
        Panel panel = new Panel(task.item().name(), form, task.mine() ? finish() : take());
        if (!task.draft().isEmpty()) {
            saved.setText("Your draft is back");
        }
        add(panel);
        if (task.mine()) {
            form.begin();
        }
    }

    private void put(Paper paper) {
        add(paper);
        form.join(paper);
    }

    private Component take() {
        if (item.assignee() != null) {
            return new Notice(item.assignee() + " has this step.", Tone.INFO);
        }
        if (item.queue() == null || !user.groups().contains(item.queue())) {
            return new Notice("This step waits in the queue " + item.queue() + ", which is not yours.", Tone.INFO);
        }
        Button take = new Button("Take this step", VaadinIcon.HAND.create(), click -> {
            inbox.claim(item.taskId(), user);
            changed.run();
        });
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        return new Footer(take);
    }

    private Component finish() {
        Button complete = new Button("Complete", VaadinIcon.CHECK.create(), click -> complete());
        complete.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        complete.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        complete.setTooltipText("Ctrl+Enter");
        Button release = new Button("Give back to the queue", click -> {
            inbox.draft(item.taskId(), form.values(), user);
            inbox.release(item.taskId(), user);
            Notice.done("Given back. What you typed is kept.");
            changed.run();
        });
        release.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        saved.addClassNames("soft", "tiny", "push");
        saved.getElement().setAttribute("role", "status");
        Footer footer = new Footer(complete, release, saved);
        footer.addClassName("form-end");
        return footer;
    }

    private void keep() {
        inbox.draft(item.taskId(), form.values(), user);
        saved.setText("Draft saved");
    }

    private void complete() {
        try {
            inbox.complete(item.taskId(), form.values(), user);
        } catch (FormRefused refused) {
            form.show(refused.findings());
            Notice.refused(refused.getMessage());
            return;
        }
        Notice.done(item.name() + ": done.");
        done.accept(item);
    }
}
