package org.ticketingos.ui.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ui.form.FormView;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.workflow.FormRefused;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.OpenTask;

/** A step only the client can do: accept the work or send it back, answer the survey. */
class DecisionPanel extends Panel {

    DecisionPanel(Inbox inbox, OpenTask task, CurrentUser user, Runnable done) {
        super(task.item().name());
        FormView form = new FormView(task.form(), task.content(), task.values(), false);
        form.onChange(() -> inbox.draft(task.item().taskId(), form.values(), user));
        Button send = new Button("Send", VaadinIcon.CHECK.create(), click -> {
            try {
                inbox.complete(task.item().taskId(), form.values(), user);
            } catch (FormRefused refused) {
                form.show(refused.findings());
                Notice.refused(refused.getMessage());
                return;
            }
            Notice.done("Thank you, that is recorded.");
            done.run();
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Footer footer = new Footer(send);
        footer.addClassName("form-end");
        add(form, footer);
    }
}
