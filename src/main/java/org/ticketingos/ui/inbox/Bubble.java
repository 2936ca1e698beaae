package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.ticketingos.channel.Direction;
import org.ticketingos.channel.Message;
import org.ticketingos.channel.SenderTrust;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;

/** One message: who, to whom, when, whether it arrived; what was quoted is folded away. */
public class Bubble extends Article {

    /** Characters shown before a long message is folded. */
    private static final int LONG = 3_000;

    private final Message message;
    private final Div words = new Div();
    private final Button fold = new Button();
    private boolean whole;

    public Bubble(Message message, Papers papers) {
        this.message = message;
        addClassNames("said", style(message));
        add(head());
        if (message.direction() == Direction.OUT && message.recipient().contains("@")) {
            Span to = new Span("To " + message.recipient() + (message.cc().isEmpty() ? "" : ", copy " + message.cc()));
            to.addClassNames("soft", "tiny", "anywhere");
            add(to);
        }
        if (message.sender() != null && !message.sender().warnings().isEmpty()) {
            add(warnings(message.sender()));
        }
        words.addClassName("words");
        words.getElement().setAttribute("dir", "auto");
        fold.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        fold.addClickListener(click -> {
            whole = !whole;
            show();
        });
        add(words, fold);
        show();
        if (message.state().equals("FAILED") || message.state().equals("QUEUED") && !message.reason().isEmpty()) {
            Span why = new Span(message.reason() + (message.state().equals("QUEUED") ? ". We try again." : "."));
            why.addClassNames("tiny", "why");
            add(why);
        }
        if (!message.attachments().isEmpty()) {
            add(new Enclosed(message.attachments(), papers));
        }
    }

    private static String style(Message message) {
        return switch (message.direction()) {
            case IN -> message.state().equals("AUTO") ? "auto" : "in";
            case OUT -> message.automatic() ? "auto" : "out";
            case NOTE -> "note";
        };
    }

    private Header head() {
        Span author = new Span(Who.is(message.author()));
        author.addClassNames("strong", "anywhere");
        Span time = new Span(Moments.near(message.at()));
        time.setTitle(Moments.at(message.at()));
        Header head = new Header(author, time);
        if (message.direction() == Direction.NOTE) {
            head.add(new Chip(VaadinIcon.LOCK, "Internal note", Tone.WARN));
            return head;
        }
        if (message.automatic()) {
            head.add(new Chip(VaadinIcon.COG_O, "Automatic", Tone.PLAIN));
        }
        if (message.direction() == Direction.OUT) {
            head.add(delivery());
        }
        if (message.sender() != null && !message.sender().proofs().isEmpty()) {
            head.add(proof(message.sender()));
        }
        return head;
    }

    private static Chip proof(SenderTrust sender) {
        Chip proof = switch (sender.verdict()) {
            case PROVED -> new Chip(VaadinIcon.CHECK, "Sender proved", Tone.OK);
            case OPEN -> new Chip(VaadinIcon.QUESTION_CIRCLE_O, "Sender not proved", Tone.PLAIN);
            case DOUBTFUL -> new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, "Doubtful sender", Tone.BAD);
        };
        proof.setTitle("Our mail server found: " + sender.proofs());
        return proof;
    }

    private static Div warnings(SenderTrust sender) {
        Div warnings = new Div();
        warnings.addClassName("doubts");
        warnings.getElement().setAttribute("role", "note").setAttribute("aria-label", "Careful with this mail");
        sender.warnings().forEach(warning -> warnings.add(new Div(warning)));
        return warnings;
    }

    private Chip delivery() {
        return switch (message.state()) {
            case "HELD" -> new Chip(VaadinIcon.HOURGLASS, "Goes " + Moments.near(message.at()), Tone.INFO);
            case "SENT" -> new Chip(VaadinIcon.CHECK, message.channel().equals("portal") ? "In the portal" : "Sent", Tone.OK);
            case "FAILED" -> message.cameBack()
                    ? new Chip(VaadinIcon.ARROW_BACKWARD, "Came back", Tone.BAD)
                    : new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, "Not sent", Tone.BAD);
            default -> new Chip(VaadinIcon.CLOCK, message.reason().isEmpty() ? "Being sent" : "Trying again", Tone.PLAIN);
        };
    }

    private void show() {
        String all = message.text().strip();
        String own = message.ownText().strip();
        boolean quotes = own.length() < all.length();
        boolean tooLong = own.length() > LONG;
        words.setText(whole ? all : tooLong ? own.substring(0, LONG) + " …" : own);
        fold.setVisible(quotes || tooLong);
        fold.setText(whole ? "Show less" : tooLong ? "Show all of it" : "Show quoted text and signature");
        fold.getElement().setAttribute("aria-expanded", String.valueOf(whole));
    }
}
