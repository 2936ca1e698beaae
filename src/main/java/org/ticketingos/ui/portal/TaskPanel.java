package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.delivery.SignOffView;
import org.ticketingos.ui.form.FormView;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.workflow.FormRefused;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.OpenTask;

/** A step only the client can do: accept the work or send it back, answer the survey. Drafts are kept. */
class TaskPanel extends Panel {

    static final String SIGN_OFF = "client-review-accept";
    static final String SURVEY = "closure-survey";

    private final Inbox inbox;
    private final OpenTask task;
    private final Runnable done;

    TaskPanel(Inbox inbox, OpenTask task, Runnable done) {
        super(say("portal.waiting." + task.item().form()));
        this.inbox = inbox;
        this.task = task;
        this.done = done;
        setId(task.item().form());
        add(switch (task.item().form()) {
            case SIGN_OFF -> signOff();
            case SURVEY -> new SurveyForm((csat, nps, comment) -> complete(
                    Map.of("csat", String.valueOf(csat), "nps", String.valueOf(nps), "comment", comment)));
            default -> new FormView(task.form(), task.content(), task.values(), true);
        });
    }

    private Component signOff() {
        List<SignOffView.Item> items = new ArrayList<>();
        if (task.content().values().get("items") instanceof List<?> rows) {
            rows.forEach(row -> {
                if (row instanceof Map<?, ?> one) {
                    items.add(new SignOffView.Item(
                            UUID.fromString(String.valueOf(one.get("item"))), String.valueOf(one.get("label"))));
                }
            });
        }
        DecisionForm[] form = new DecisionForm[1];
        form[0] = new DecisionForm(
                items,
                (accept, comment, verdicts) -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("decision", accept ? "accept" : "reject");
                    values.put("comment", comment);
                    values.put("items", DecisionForm.rowsOf(verdicts));
                    complete(values);
                },
                () -> inbox.draft(task.item().taskId(), form[0].values(), CurrentUser.get()));
        form[0].fill(task.draft());
        return form[0];
    }

    private void complete(Map<String, Object> values) {
        try {
            inbox.complete(task.item().taskId(), values, CurrentUser.get());
        } catch (FormRefused refused) {
            Notice.refused(String.join(" ", refused.findings().values()));
            return;
        }
        Notice.done(say("portal.recorded"));
        done.run();
    }
}
