package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Message;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Panel;

/** Everything said about a ticket over all channels, the newest part first in sight, and the place to say more. */
public class TalkPanel extends Panel {

    private static final int PART = 20;

    /** Pictures of papers come late and push; the newest message stays in sight until somebody scrolls. */
    private static final String NEWEST_IN_SIGHT = """
            const down = () => { if (this.follows) this.scrollTop = this.scrollHeight; };
            if (this.follows === undefined) {
                this.addEventListener('load', down, true);
                for (const act of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
                    this.addEventListener(act, () => this.follows = false, { passive: true });
            }
            this.follows = true;
            requestAnimationFrame(down);
            """;

    private final Ticket ticket;
    private final Conversation conversation;
    private final Papers papers;
    private final Composer composer;
    private final Div talk = new Div();
    private final Button earlier = new Button(VaadinIcon.ANGLE_UP.create());
    private long first = Long.MAX_VALUE;
    private int shown;

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
        add(earlier, talk, composer);
        again();
    }

    /** Reads the newest part anew; what was unfolded above it is folded away. */
    final void again() {
        talk.removeAll();
        first = Long.MAX_VALUE;
        shown = 0;
        before();
        talk.getElement().executeJs(NEWEST_IN_SIGHT);
        if (shown == 0) {
            talk.add(new Empty(VaadinIcon.COMMENT_O, "Nobody has written yet.", "A reply goes to the requester."));
        }
    }

    private void before() {
        List<Message> part = conversation.before(ticket.id(), first, PART);
        for (int i = 0; i < part.size(); i++) {
            talk.addComponentAtIndex(i, said(part.get(i)));
        }
        shown += part.size();
        first = part.isEmpty() ? 0 : part.get(0).seq();
        int left = part.size() < PART ? 0 : conversation.count(ticket.id()) - shown;
        earlier.setVisible(left > 0);
        earlier.setText("Show " + Math.min(PART, left) + " earlier of " + left + " more");
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

    /** One message as the portal shows it. */
    public static Component bubble(Message message, Papers papers) {
        return new Bubble(message, papers);
    }
}
