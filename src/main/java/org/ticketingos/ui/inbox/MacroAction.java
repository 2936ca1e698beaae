package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Writing;
import org.ticketingos.macro.Macros;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Act;

/** Opens the macros that fit a ticket. */
@Component
@Order(1)
class MacroAction implements TicketAction {

    private final Macros macros;
    private final Conversation conversation;
    private final Writing writing;

    MacroAction(Macros macros, Conversation conversation, Writing writing) {
        this.macros = macros;
        this.conversation = conversation;
        this.writing = writing;
    }

    @Override
    public String label() {
        return "Macros …";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.MAGIC;
    }

    @Override
    public Act key() {
        return Act.MACROS;
    }

    @Override
    public boolean possible(Ticket ticket, CurrentUser user) {
        return !user.isClient() && !macros.fitting(ticket, user).isEmpty();
    }

    @Override
    public void open(Ticket ticket, Runnable done) {
        new MacroDialog(ticket, macros, conversation, writing, done).open();
    }
}
