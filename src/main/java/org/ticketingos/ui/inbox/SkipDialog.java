package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.NextTask;
import org.ticketingos.workflow.SkipReason;

/** Asks why a task is skipped, gives it back and offers the next one. */
class SkipDialog extends Dialog {

    private final RadioButtonGroup<SkipReason> reason = new RadioButtonGroup<>("Why");
    private final TextArea note = new TextArea("Note");

    SkipDialog(InboxItem item, NextTask next, Inbox inbox, CurrentUser user) {
        setHeaderTitle("Skip " + item.number() + "?");
        setWidth("30rem");
        reason.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        reason.setItems(Arrays.asList(SkipReason.values()));
        reason.setItemLabelGenerator(SkipReason::label);
        reason.setRequired(true);
        note.setWidthFull();
        note.setMaxLength(1000);
        Paragraph lead = new Paragraph("It goes back to the queue and is not offered to you for four hours. "
                + "Supervisors read the reason.");
        lead.addClassName("soft");
        add(new Div(lead, reason, note));
        Button skip = new Button("Skip, and take the next one", click -> {
            reason.setInvalid(reason.isEmpty());
            if (reason.isEmpty()) {
                reason.setErrorMessage("Choose a reason.");
                return;
            }
            try {
                next.skip(item.taskId(), reason.getValue(), note.getValue(), user);
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
                return;
            }
            close();
            InboxNavigation.next(inbox, user).ifPresentOrElse(
                    other -> InboxNavigation.toTicket(other.number()), () -> {
                        Notice.done("Skipped. Nothing else is waiting for you.");
                        InboxNavigation.toInbox();
                    });
        });
        skip.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Keep it", click -> close()), skip);
    }
}
