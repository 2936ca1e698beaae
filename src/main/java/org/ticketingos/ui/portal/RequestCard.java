package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Words;

/** One request in a list: what it is, where it is, who waits for whom and by when. */
class RequestCard extends Anchor {

    RequestCard(Ticket ticket, List<ClockView> clocks) {
        this(ticket.number().value(), ticket.subject(), number(ticket), Words.chipForClient(ticket.status()));
        Span how = new Span(
                ticket.isOpen() ? Words.forClient(ticket.stage()) : say("portal.finished", Moments.at(ticket.closedAt())));
        how.addClassNames("soft", "small");
        Div below = new Div(how);
        below.addClassName("standing");
        add(below);
        if (ticket.isOpen()) {
            Span when = new Span(ByWhen.sentence(ticket, clocks));
            when.addClassNames("small", ticket.status() == Status.AWAITING_CLIENT ? "strong" : "soft");
            below.add(when);
        }
    }

    RequestCard(String number, String subject, Component... top) {
        super("portal/" + number);
        Div line = new Div(top);
        line.addClassNames("row", "small");
        Div title = new Div(subject);
        title.addClassNames("strong", "wrap");
        title.getElement().setAttribute("dir", "auto");
        addClassNames("card", "request");
        add(line, title);
    }

    private static Span number(Ticket ticket) {
        Span number = new Span(ticket.number().value());
        number.addClassName("number");
        return number;
    }
}
