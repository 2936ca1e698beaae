package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.count;
import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Direction;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.channel.Message;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;

/** The conversation from the client's side. */
class PortalTalk extends Panel {

    /** So many files of a message are named at once. */
    private static final int FILES = 8;

    private final Ticket ticket;
    private final Maker maker;
    private final Div talk = new Div();

    private PortalTalk(Ticket ticket, Maker maker) {
        super(say("portal.talk"));
        this.ticket = ticket;
        this.maker = maker;
        talk.addClassName("talk");
        add(talk);
        if (CurrentUser.get().may(ClientRole.REQUESTER)) {
            add(writing());
        }
        refresh();
    }

    private Div writing() {
        TextArea text = new TextArea(say("portal.talk.write"));
        text.setWidthFull();
        text.setMinRows(3);
        text.setMaxLength(20_000);
        Files files = new Files();
        Button send = new Button(say("portal.talk.send"), VaadinIcon.PAPERPLANE.create(), click -> {
            if (text.getValue().isBlank() && files.isEmpty()) {
                text.focus();
                Notice.refused(say("portal.talk.nothing"));
                return;
            }
            maker.send(ticket, text.getValue(), files);
            Notice.done(say("portal.talk.done"));
            text.clear();
            files.clear();
            refresh();
        });
        send.setDisableOnClick(true);
        send.addClickListener(click -> send.setEnabled(true));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div writing = new Div(text, files, send);
        writing.addClassNames("stack", "unprinted");
        return writing;
    }

    void refresh() {
        talk.removeAll();
        List<Message> said = maker.conversation.of(ticket.id());
        said.forEach(message -> talk.add(bubble(message)));
        if (said.isEmpty()) {
            talk.add(new Empty(VaadinIcon.COMMENT_O, say("portal.talk.none"), ""));
        }
    }

    private Article bubble(Message message) {
        boolean ours = message.direction() == Direction.OUT;
        Span author = new Span(ours ? say("portal.talk.desk") : message.author());
        author.addClassName("strong");
        Div words = new Div(message.text());
        words.addClassName("words");
        words.getElement().setAttribute("dir", "auto");
        Div files = new Div();
        files.addClassNames("row", "small", "touch-links");
        List<DocumentRef> attached = message.attachments();
        attached.stream().limit(FILES).forEach(file -> files.add(maker.papers.named(file)));
        if (attached.size() > FILES) {
            Button rest = new Button(say("portal.more"));
            rest.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            rest.addClickListener(click -> {
                files.remove(rest);
                attached.stream().skip(FILES).forEach(file -> files.add(maker.papers.named(file)));
            });
            files.add(new Span(count("portal.upload.taken", attached.size())), rest);
        }
        Article bubble = new Article(new Header(author, new Span(Moments.near(message.at()))), words, files);
        bubble.addClassNames("said", ours ? "out" : "in");
        return bubble;
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
