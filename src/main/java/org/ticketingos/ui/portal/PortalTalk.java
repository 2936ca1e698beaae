package org.ticketingos.ui.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.ui.inbox.TalkPanel;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;

/** The conversation from the client's side. */
class PortalTalk extends Panel {

    private PortalTalk(Ticket ticket, Maker maker) {
        super("Conversation");
        Div talk = new Div();
        talk.addClassName("talk");
        TextArea text = new TextArea("Write to us");
        text.setWidthFull();
        text.setMinRows(3);
        text.setMaxLength(20_000);
        Files files = new Files();
        Button send = new Button("Send", VaadinIcon.PAPERPLANE.create(), click -> {
            if (text.getValue().isBlank() && files.taken().isEmpty()) {
                text.focus();
                Notice.refused("Write something first, or add a file.");
                return;
            }
            maker.send(ticket, text.getValue(), files);
            Notice.done("We have your message.");
            text.clear();
            files.clear();
            show(talk, ticket, maker);
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(talk, text, files, send);
        show(talk, ticket, maker);
    }

    private static void show(Div talk, Ticket ticket, Maker maker) {
        talk.removeAll();
        maker.conversation.of(ticket.id()).forEach(message -> talk.add(TalkPanel.bubble(message, maker.papers)));
    }

    /** Makes the conversation of a ticket. */
    @Component
    static class Maker {

        private final Conversation conversation;
        private final Intake intake;
        private final Papers papers;
        private final Clock clock;

        Maker(Conversation conversation, Intake intake, Papers papers, Clock clock) {
            this.conversation = conversation;
            this.intake = intake;
            this.papers = papers;
            this.clock = clock;
        }

        PortalTalk about(Ticket ticket) {
            return new PortalTalk(ticket, this);
        }

        private void send(Ticket ticket, String text, Files files) {
            CurrentUser user = CurrentUser.get();
            intake.add(ticket.id(), new InboundMessage(
                    "portal", UUID.randomUUID().toString(), user.client(), user.login(), "", "Re: " + ticket.subject(),
                    text, files.taken(), List.of(), Map.of(), null, null, clock.instant()));
        }
    }
}
