package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.NextTask;

/** Says beside a ticket why it was the next one, and lets it be skipped with a reason. */
@Order(10)
@org.springframework.stereotype.Component
class WhyThisOne implements TicketAside {

    private final Inbox inbox;
    private final NextTask next;

    WhyThisOne(Inbox inbox, NextTask next) {
        this.inbox = inbox;
        this.next = next;
    }

    @Override
    public @Nullable Component panel(Ticket ticket, CurrentUser user) {
        List<InboxItem> mine = inbox.of(ticket.id(), user).stream()
                .filter(item -> user.login().equals(item.assignee()) && item.queue() != null)
                .toList();
        if (mine.isEmpty()) {
            return null;
        }
        InboxItem item = mine.get(0);
        Paragraph why = new Paragraph(next.why(item.taskId(), user).orElse("It was given to you or you picked it."));
        Button skip = new Button("Skip this task …", VaadinIcon.STEP_FORWARD.create(), click -> skip(item, user));
        skip.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Panel panel = new Panel("Why this one", why, skip);
        Keys.bind(panel, Act.SKIP, () -> skip(item, user));
        return panel;
    }

    private void skip(InboxItem item, CurrentUser user) {
        new SkipDialog(item, next, inbox, user).open();
    }
}
