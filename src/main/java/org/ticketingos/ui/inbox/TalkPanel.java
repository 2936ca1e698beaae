package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Message;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Panel;

/** Everything said about a ticket over all channels, the newest part first in sight, and the place to say more. */
public class TalkPanel extends Panel {

    private static final int PART = 20;

    /** Whether the reader is at the end, where new messages are followed, and pictures that come late and push. */
    private static final String FOLLOWS = """
            this.addEventListener('load', () => { if (this.follows !== false) this.scrollTop = this.scrollHeight; }, true);
            this.addEventListener('scroll', () => {
                this.follows = this.scrollHeight - this.scrollTop - this.clientHeight < 60;
            });
            """;

    private final Ticket ticket;
    private final Conversation conversation;
    private final Papers papers;
    private final Composer composer;
    private final Div talk = new Div();
    private final Button earlier = new Button(VaadinIcon.ANGLE_UP.create());
    private final Button newest = new Button("To the newest", VaadinIcon.ANGLE_DOWN.create(), click -> toNewest());
    /** What is in sight, oldest first. */
    private final List<Shown> shown = new ArrayList<>();

    private record Shown(Message message, Bubble bubble) {}

    TalkPanel(Ticket ticket, Conversation conversation, Papers papers, Composer composer) {
        super("Conversation");
        this.ticket = ticket;
        this.conversation = conversation;
        this.papers = papers;
        this.composer = composer;
        talk.addClassName("talk");
        talk.getElement().setAttribute("tabindex", "0").setAttribute("role", "group").setAttribute("aria-label", "Messages");
        earlier.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        earlier.addClickListener(click -> before());
        newest.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div way = new Div(earlier, newest);
        way.addClassName("row");
        add(way, talk, composer);
        talk.addAttachListener(attach -> talk.getElement().executeJs(FOLLOWS));
        again();
    }

    /** Takes up what has changed; who reads further up keeps their place, who is at the end sees the newest. */
    final void again() {
        long first = shown.isEmpty() ? Long.MAX_VALUE : shown.get(0).message().seq();
        List<Message> newestPart = conversation.before(ticket.id(), Long.MAX_VALUE, shown.size() + PART);
        int from = Math.max(0, newestPart.size() - PART);
        while (from > 0 && newestPart.get(from - 1).seq() >= first) {
            from--;
        }
        show(newestPart.subList(from, newestPart.size()));
        talk.getElement().executeJs(
                "requestAnimationFrame(() => { if (this.follows !== false) this.scrollTop = this.scrollHeight; })");
    }

    /** Goes to the end of what was said. */
    void toNewest() {
        talk.getElement().executeJs("this.follows = true; this.scrollTop = this.scrollHeight;");
    }

    private void before() {
        List<Message> all = new ArrayList<>(conversation.before(ticket.id(), shown.get(0).message().seq(), PART));
        shown.forEach(one -> all.add(one.message()));
        show(all);
    }

    /** Draws what is new or has changed and leaves everything else where and as it is. */
    private void show(List<Message> messages) {
        Map<Message, Bubble> drawn = new HashMap<>();
        shown.forEach(one -> drawn.put(one.message(), one.bubble()));
        shown.clear();
        messages.forEach(message -> shown.add(new Shown(
                message, Optional.ofNullable(drawn.remove(message)).orElseGet(() -> said(message)))));
        drawn.values().forEach(talk::remove);
        talk.getChildren().filter(Empty.class::isInstance).toList().forEach(talk::remove);
        for (int i = 0; i < shown.size(); i++) {
            if (talk.getComponentCount() <= i || talk.getComponentAt(i) != shown.get(i).bubble()) {
                talk.addComponentAtIndex(i, shown.get(i).bubble());
            }
        }
        if (shown.isEmpty()) {
            talk.add(new Empty(VaadinIcon.COMMENT_O, "Nobody has written yet.", "A reply goes to the requester."));
        }
        int left = shown.size() < PART ? 0 : Math.max(0, conversation.count(ticket.id()) - shown.size());
        earlier.setVisible(left > 0);
        earlier.setText("Show " + Math.min(PART, left) + " earlier of " + left + " more");
        newest.setVisible(shown.size() > PART);
    }

    private Bubble said(Message message) {
        Bubble bubble = new Bubble(message, papers);
        if (message.state().equals("HELD") && composer.mine(message)) {
            Button back = new Button("Take back", VaadinIcon.ROTATE_LEFT.create(), click -> composer.undo(message.id()));
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            bubble.add(back);
        }
        return bubble;
    }

    Composer composer() {
        return composer;
    }
}
