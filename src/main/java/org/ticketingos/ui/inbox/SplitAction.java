package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Direction;
import org.ticketingos.channel.Message;
import org.ticketingos.channel.Splitting;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Who;

/** Makes a request of its own out of some messages and files. */
@Component
@Order(12)
class SplitAction implements TicketAction {

    private static final int SHOWN = 90;

    private final Splitting splitting;
    private final Conversation conversation;
    private final Tickets tickets;

    SplitAction(Splitting splitting, Conversation conversation, Tickets tickets) {
        this.splitting = splitting;
        this.conversation = conversation;
        this.tickets = tickets;
    }

    @Override
    public String label() {
        return "Split off a new ticket …";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.SPLIT;
    }

    @Override
    public boolean possible(Ticket ticket, CurrentUser user) {
        return MergeAction.mayArrange(user) && ticket.isOpen() && ticket.status() != Status.MERGED
                && ticket.kind().equals(Ticket.REQUEST);
    }

    @Override
    public void open(Ticket ticket, Runnable done) {
        TextField subject = new TextField("Subject of the new ticket");
        subject.setMaxLength(300);
        subject.setWidthFull();
        TextArea reason = MergeAction.reason("Why is it another matter?");
        Set<UUID> messages = new LinkedHashSet<>();
        Set<UUID> files = new LinkedHashSet<>();
        Div choices = new Div();
        choices.addClassName("act-choices");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", "Messages and files that go");
        List<Message> said = conversation.of(ticket.id()).stream()
                .filter(message -> ticket.id().equals(message.ticket()))
                .toList();
        said.forEach(message -> choices.add(choice(message, messages, files)));
        Span hint = new Span("Ticked messages leave this ticket; ticked files go with the new one as copies. "
                + "At least one message of the client stays.");
        hint.addClassNames("soft", "small");
        ActDialog dialog = new ActDialog("Split " + ticket.number(), "Split off", () -> {
            TicketId part = splitting.split(
                    ticket.id(), new Splitting.Choice(subject.getValue(), messages, files, reason.getValue()));
            Notice.done(tickets.get(part).number() + " was split off.");
            done.run();
        });
        dialog.setWidth("44rem");
        dialog.with(subject, hint, choices, reason).open();
    }

    private static Div choice(Message message, Set<UUID> messages, Set<UUID> files) {
        String who = message.direction() == Direction.NOTE ? "Note by " + Who.is(message.author()) : Who.is(message.author());
        String text = message.text().strip().replaceAll("\\s+", " ");
        Checkbox box = new Checkbox(who + ", " + Moments.near(message.at()) + ": "
                + (text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text));
        box.addValueChangeListener(change -> choose(messages, message.id(), change.getValue()));
        Div choice = new Div(box);
        message.attachments().forEach(file -> {
            Checkbox each = new Checkbox("File: " + file.name());
            each.addClassName("act-file");
            each.addValueChangeListener(change -> choose(files, file.id(), change.getValue()));
            choice.add(each);
        });
        choice.addClassName("act-choice");
        return choice;
    }

    private static void choose(Set<UUID> chosen, UUID id, boolean yes) {
        if (yes) {
            chosen.add(id);
        } else {
            chosen.remove(id);
        }
    }
}
