package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.Users;
import org.ticketingos.bulk.BulkAct;
import org.ticketingos.bulk.BulkCsv;
import org.ticketingos.bulk.BulkOrder;
import org.ticketingos.bulk.BulkRun;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.form.FormView;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.OpenTask;

/** Does one thing to many steps: asks what, tries it, says what would be refused, does it, and undoes it. */
class BulkDialog extends Dialog {

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final int REASONS_SHOWN = 8;

    private final transient InboxDesk desk;
    private final BulkAct act;
    private final transient List<String> tasks;
    private final transient Runnable done;
    private final ComboBox<Users.User> colleague = new ComboBox<>("To");
    private final Select<Priority> priority = new Select<>();
    private final TextArea text = new TextArea();
    private final Div body = new Div();
    private transient @Nullable FormView form;
    private final Paragraph going = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Button stop = new Button("Stop", click -> stop());
    private transient @Nullable BulkRun run;
    private boolean shown = true;
    private boolean changed;

    BulkDialog(InboxDesk desk, BulkAct act, List<String> tasks, Runnable done) {
        this.desk = desk;
        this.act = act;
        this.tasks = tasks;
        this.done = done;
        setHeaderTitle(act.label() + ": " + steps(tasks.size()));
        setWidth(act == BulkAct.COMPLETE ? "46rem" : "34rem");
        setCloseOnOutsideClick(false);
        body.addClassName("stack");
        progress.getElement().setAttribute("aria-label", "Progress");
        add(body);
        Live.every(body, LOOK, this::look);
        addOpenedChangeListener(change -> {
            if (!change.isOpened() && changed) {
                done.run();
            }
        });
        ask();
    }

    private static String steps(int number) {
        return "%,d step%s".formatted(number, number == 1 ? "" : "s");
    }

    private void ask() {
        body.removeAll();
        switch (act) {
            case HAND_OVER -> {
                colleague.setItems(desk.colleagues());
                colleague.setItemLabelGenerator(one -> one.name() + " (" + one.login() + ")");
                colleague.setWidthFull();
                body.add(colleague);
            }
            case PRIORITY -> {
                priority.setLabel("Priority");
                priority.setItems(Priority.values());
                priority.setItemLabelGenerator(one -> Words.text(one.name()));
                body.add(priority, text("Why the priority changes"));
            }
            case NOTE -> body.add(text("Internal note; the client never sees it"));
            case WITHDRAW -> body.add(
                    new Notice("Work on these requests stops for good. This cannot be undone.", Tone.WARN),
                    text("Why they are withdrawn"));
            case COMPLETE -> body.add(form());
            case TAKE, RELEASE -> body.add(new Paragraph(act == BulkAct.TAKE
                    ? "The steps become yours." : "The steps go back to their queues. What was typed stays as a draft."));
        }
        footer(new Button("Cancel", click -> close()), primary("Try it first", click -> start(true)));
    }

    private Component text(String label) {
        text.setLabel(label);
        text.setWidthFull();
        text.setMinHeight("6rem");
        return text;
    }

    /** The form of the first step; the others are checked against their own when they are tried. */
    private Component form() {
        OpenTask first = desk.inbox().open(tasks.get(0), desk.user());
        FormView fields = new FormView(first.form(), first.content(), Map.of(), false);
        form = fields;
        return new Div(new Paragraph("Every step is completed with these values; steps with another form are refused."), fields);
    }

    private void start(boolean dry) {
        try {
            BulkOrder order = new BulkOrder(
                    act,
                    colleague.getValue() == null ? null : colleague.getValue().login(),
                    priority.getValue(),
                    text.getValue(),
                    form == null ? Map.of() : form.values());
            run = desk.bulk().start(order, tasks, dry, desk.user());
        } catch (TicketRefused refused) {
            Notice.refused(refused.getMessage());
            return;
        }
        follow();
    }

    /** What is seen while it runs stays in place and only counts on, so that "Stop" can be pressed at any moment. */
    private void follow() {
        shown = false;
        changed |= run != null && !run.isDry();
        body.removeAll();
        body.add(going, progress);
        progress.setValue(0);
        stop.setEnabled(true);
        stop.setText("Stop");
        footer(stop);
        look();
    }

    private void stop() {
        if (run != null) {
            run.cancel();
        }
        stop.setEnabled(false);
        stop.setText("Stopping");
    }

    /** Shows how far the run is; what has ended is shown once. */
    private void look() {
        BulkRun now = run;
        if (now == null || shown) {
            return;
        }
        if (now.isFinished()) {
            shown = true;
            body.removeAll();
            result(now);
            return;
        }
        progress.setMax(now.total());
        progress.setValue(now.looked());
        going.setText((now.isDry() ? "Trying: " : "Doing: ") + "%,d of %,d".formatted(now.looked(), now.total()));
    }

    private void result(BulkRun run) {
        String stopped = run.isCancelled() ? " Stopped after %,d.".formatted(run.looked()) : "";
        String words = run.isDry()
                ? "%,d of %,d would work%s.".formatted(run.done(), run.total(), run.refused() == 0 ? "" : ", %,d would be refused".formatted(run.refused()))
                : "%,d of %,d done%s.".formatted(run.done(), run.total(), run.refused() == 0 ? "" : ", %,d refused".formatted(run.refused()));
        body.add(new Notice(words + stopped, run.refused() == 0 ? Tone.OK : Tone.WARN));
        if (run.refused() > 0) {
            body.add(reasons(run));
        }
        body.add(file(run));
        if (run.isDry()) {
            Button go = primary("%s: %s".formatted(act.label(), steps(run.done())), click -> start(false));
            go.setEnabled(run.done() > 0);
            Button back = new Button("Back", click -> ask());
            footer(back, go);
            (act.isUndoable() && run.done() > 0 ? go : back).focus();
            return;
        }
        Button close = primary("Close", click -> close());
        close.focus();
        if (act.isUndoable() && run.done() > 0) {
            footer(new Button("Undo", click -> undo(run)), close);
        } else {
            footer(close);
        }
    }

    private void undo(BulkRun before) {
        try {
            run = desk.bulk().undo(before.id(), desk.user());
        } catch (TicketRefused refused) {
            Notice.refused(refused.getMessage());
            return;
        }
        follow();
    }

    private static Component reasons(BulkRun run) {
        UnorderedList list = new UnorderedList();
        run.reasons().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(REASONS_SHOWN)
                .forEach(reason -> list.add(new ListItem("%,d × %s".formatted(reason.getValue(), reason.getKey()))));
        if (run.reasons().size() > REASONS_SHOWN) {
            list.add(new ListItem("%,d more reasons; the file has them all.".formatted(run.reasons().size() - REASONS_SHOWN)));
        }
        return list;
    }

    private static Component file(BulkRun run) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] csv = BulkCsv.of(run).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(csv), "result.csv", "text/csv", csv.length);
        });
        return new Anchor(handler, "Result for every row (CSV)");
    }

    private void footer(Component... buttons) {
        getFooter().removeAll();
        getFooter().add(buttons);
    }

    private static Button primary(String label, com.vaadin.flow.component.ComponentEventListener<com.vaadin.flow.component.ClickEvent<Button>> what) {
        Button button = new Button(label, what);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
