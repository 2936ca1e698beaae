package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** The top of a ticket's page: what it is, how far it is, who has it, what happens next, how much time is left. */
class TicketHead extends Header {

    private final Div chips = new Div();

    TicketHead(Ticket ticket, String clientName, List<ClockView> clocks) {
        addClassName("ticket-top");
        Span number = new Span(ticket.number().value());
        number.addClassNames("number", "soft");
        chips.add(number, Words.chip(ticket.status()), Words.chip(ticket.priority()),
                new Chip(Words.of(ticket.line()), Tone.PLAIN), new Span(clientName));
        if ("angry".equals(ticket.mood()) || "worried".equals(ticket.mood())) {
            chips.add(new Chip("Tone: " + ticket.mood(), Tone.WARN));
        }
        chips.addClassNames("row", "small");
        add(chips, new H1(ticket.subject()), second(ticket, clocks), new StageBar(ticket));
    }

    /** Puts what can be done at the far end of the first line. */
    void act(Component actions) {
        chips.add(actions);
    }

    private static Component second(Ticket ticket, List<ClockView> clocks) {
        Div row = new Div(fact("Owner", ticket.owner() != null ? ticket.owner()
                : ticket.queue() != null ? "queue " + ticket.queue() : "nobody yet"), fact("Next", ticket.nextAction()));
        row.addClassNames("row", "small");
        row.getStyle().set("column-gap", "1.25rem");
        clocks.stream().filter(clock -> !clock.state().equals("MET")).forEach(clock -> {
            Span label = new Span(SlaBand.label(clock));
            label.addClassName("soft");
            Div one = new Div(label, SlaBand.chip(clock));
            one.addClassName("row");
            one.getElement().setAttribute("title", clock.rule());
            row.add(one);
        });
        return row;
    }

    private static Component fact(String name, String value) {
        Span label = new Span(name + " ");
        label.addClassName("soft");
        return new Div(label, new Span(value));
    }
}
