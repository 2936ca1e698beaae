package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Direction;
import org.ticketingos.channel.Draft;
import org.ticketingos.channel.Message;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;

/** Everything said about a ticket, with the client and among ourselves, and the place to say more. */
public class TalkPanel extends Panel {

    private final Ticket ticket;
    private final Conversation conversation;
    private final Papers papers;
    private final Div talk = new Div();

    TalkPanel(Ticket ticket, Conversation conversation, Papers papers) {
        super("Conversation");
        this.ticket = ticket;
        this.conversation = conversation;
        this.papers = papers;
        talk.addClassName("talk");
        add(talk, writing());
        show();
    }

    private void show() {
        talk.removeAll();
        List<Message> said = conversation.of(ticket.id());
        if (said.isEmpty()) {
            talk.add(new Empty(VaadinIcon.COMMENT_O, "Nobody has written yet.", "A reply goes to the requester."));
        }
        said.forEach(message -> talk.add(bubble(message, papers)));
    }

    /** One message with its author, time and state. */
    public static Component bubble(Message message, Papers papers) {
        Span author = new Span(message.author().equals("system") ? "TicketingOS" : message.author());
        author.addClassName("strong");
        Header head = new Header(author, new Span(Moments.near(message.at())));
        if (message.direction() == Direction.NOTE) {
            head.add(new Chip("Internal note", Tone.WARN));
        } else if (message.state().equals("AUTO")) {
            head.add(new Chip("Automatic", Tone.PLAIN));
        } else if (message.direction() == Direction.OUT) {
            head.add(delivery(message.state()));
        }
        Div words = new Div(message.text());
        words.addClassName("words");
        Article said = new Article(head, words);
        said.addClassName("said");
        said.addClassName(switch (message.direction()) {
            case IN -> message.state().equals("AUTO") ? "auto" : "in";
            case OUT -> "out";
            case NOTE -> "note";
        });
        Div files = new Div();
        files.addClassNames("row", "small");
        message.attachments().forEach(file -> files.add(papers.download(file)));
        said.add(files);
        return said;
    }

    private static Chip delivery(String state) {
        return switch (state) {
            case "SENT" -> new Chip(VaadinIcon.CHECK, "Sent", Tone.OK);
            case "FAILED" -> new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, "Could not be delivered", Tone.BAD);
            default -> new Chip(VaadinIcon.CLOCK, "Being sent", Tone.PLAIN);
        };
    }

    private Component writing() {
        TextArea text = new TextArea("Write");
        text.setWidthFull();
        text.setMinRows(3);
        text.setMaxLength(20_000);
        String to = conversation.requesterMail(ticket.id()).orElse("");
        text.setHelperText(to.isEmpty() ? "No mail address is known: a reply is shown in the portal." : "A reply goes to " + to + ".");
        Button reply = new Button("Send reply", VaadinIcon.REPLY.create(), click -> {
            conversation.reply(ticket.id(), new Draft(to, "Re: " + ticket.subject(), words(text), List.of(), false));
            said(text, "Your reply is on its way.");
        });
        reply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button note = new Button("Keep as internal note", VaadinIcon.NOTEBOOK.create(), click -> {
            conversation.note(ticket.id(), words(text));
            said(text, "The note is kept. The client does not see it.");
        });
        note.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(reply, note);
        buttons.addClassName("row");
        return new Div(text, buttons);
    }

    private static String words(TextArea text) {
        if (text.getValue().isBlank()) {
            text.focus();
            throw new TicketRefused("Write something first.");
        }
        return text.getValue().strip();
    }

    private void said(TextArea text, String done) {
        text.clear();
        show();
        Notice.done(done);
    }
}
