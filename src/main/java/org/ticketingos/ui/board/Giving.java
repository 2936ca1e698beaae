package org.ticketingos.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.insight.Hands.Card;
import org.ticketingos.insight.People.AgentNow;
import org.ticketingos.insight.People.State;
import org.ticketingos.staffing.Staffing;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Words;

/** Gives tickets to people by the rules of staffing, one result per ticket, and takes it back on a wish. */
class Giving {

    private static final String REASON = "A supervisor handed it out on the board.";

    private final Staffing staffing;
    private final Tickets tickets;
    private final Runnable done;

    Giving(Staffing staffing, Tickets tickets, Runnable done) {
        this.staffing = staffing;
        this.tickets = tickets;
        this.done = done;
    }

    /** Asks first when the receiver has no room or is not at work. */
    void give(List<Card> cards, @Nullable AgentNow to) {
        if (to == null || cards.isEmpty()) {
            return;
        }
        List<String> doubts = new ArrayList<>();
        if (to.load() + cards.size() > to.capacity()) {
            doubts.add(to.name() + " has " + to.load() + " of " + to.capacity() + " in hand and would have "
                    + (to.load() + cards.size()) + ".");
        }
        if (to.state() == State.OFF) {
            doubts.add(to.name() + " is off shift now.");
        }
        if (doubts.isEmpty()) {
            now(cards, to);
            return;
        }
        ConfirmDialog sure = new ConfirmDialog(
                "Give " + Words.count(cards.size(), "ticket") + " to " + to.name() + "?",
                String.join(" ", doubts),
                "Give all the same",
                confirm -> now(cards, to));
        sure.setCancelable(true);
        sure.open();
    }

    private void now(List<Card> cards, AgentNow to) {
        Map<TicketId, String> before = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        for (Card card : cards) {
            if (before.containsKey(card.ticket())) {
                continue;
            }
            Ticket ticket = tickets.get(card.ticket());
            try {
                staffing.handOver(card.ticket(), to.login(), REASON);
                before.put(card.ticket(), ticket.owner() == null ? "" : ticket.owner());
            } catch (TicketRefused e) {
                refused.add(card.number() + ": " + e.getMessage());
            }
        }
        if (!refused.isEmpty()) {
            Notice.refused(String.join(" ", refused));
        }
        if (!before.isEmpty()) {
            say(Words.count(before.size(), "ticket") + " given to " + to.name() + ".", before);
        }
        done.run();
    }

    private void say(String sentence, Map<TicketId, String> before) {
        Notification notification = new Notification();
        Button undo = new Button("Undo", click -> {
            notification.close();
            undo(before);
        });
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div content = new Div(new Span(sentence), undo);
        content.addClassName("row");
        notification.add(content);
        notification.setDuration(15_000);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.open();
    }

    private void undo(Map<TicketId, String> before) {
        List<String> refused = new ArrayList<>();
        before.forEach((ticket, owner) -> {
            try {
                if (owner.isEmpty()) {
                    staffing.backToQueue(ticket, "The supervisor took the hand-over back.");
                } else {
                    staffing.handOver(ticket, owner, "The supervisor took the hand-over back.");
                }
            } catch (TicketRefused e) {
                refused.add(tickets.get(ticket).number() + ": " + e.getMessage());
            }
        });
        if (refused.isEmpty()) {
            Notice.done("Taken back.");
        } else {
            Notice.refused(String.join(" ", refused));
        }
        done.run();
    }
}
