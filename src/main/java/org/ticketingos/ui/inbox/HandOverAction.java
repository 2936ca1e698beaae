package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;

/** Gives the step one holds to a colleague of its queue. */
@Component
@Order(100)
class HandOverAction implements TicketAction {

    private final Inbox inbox;
    private final Users users;

    HandOverAction(Inbox inbox, Users users) {
        this.inbox = inbox;
        this.users = users;
    }

    @Override
    public String label() {
        return "Hand over …";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.USERS;
    }

    @Override
    public @Nullable Act key() {
        return Act.HAND_OVER;
    }

    @Override
    public boolean possible(Ticket ticket, CurrentUser user) {
        return mine(ticket, user).isPresent();
    }

    @Override
    public void open(Ticket ticket, Runnable done) {
        CurrentUser user = CurrentUser.get();
        InboxItem step = mine(ticket, user).orElseThrow(() -> new TicketRefused("You have no step of this ticket."));
        ComboBox<Users.User> to = new ComboBox<>("To whom");
        to.setItems(colleagues(step, user));
        to.setItemLabelGenerator(colleague -> colleague.name() + " (" + colleague.login() + ")");
        to.setWidth("20rem");
        to.setRequired(true);
        Dialog dialog = new Dialog(to);
        dialog.setHeaderTitle("Hand over \"" + step.name() + "\"");
        Button give = new Button("Hand over", press -> {
            if (to.isEmpty()) {
                to.setErrorMessage("Choose who gets it.");
                to.setInvalid(true);
                to.focus();
                return;
            }
            inbox.handOver(step.taskId(), to.getValue().login(), user);
            dialog.close();
            Notice.done(to.getValue().name() + " has it now. What you typed is kept.");
            done.run();
        });
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button("Cancel", press -> dialog.close()), give);
        dialog.open();
        to.focus();
    }

    private Optional<InboxItem> mine(Ticket ticket, CurrentUser user) {
        return inbox.of(ticket.id(), user).stream()
                .filter(step -> user.login().equals(step.assignee()))
                .findFirst();
    }

    /** Who may take steps of the same queue. */
    private List<Users.User> colleagues(InboxItem step, CurrentUser user) {
        return users.all().stream()
                .filter(other -> other.active() && other.client() == null && !other.login().equals(user.login()))
                .filter(other -> step.queue() == null || other.groups().contains(step.queue()))
                .toList();
    }
}
