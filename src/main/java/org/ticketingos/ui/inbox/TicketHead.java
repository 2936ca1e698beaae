package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.function.Consumer;
import org.ticketingos.client.ClientId;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Presence;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** The top of a ticket's page: what it is, how far it is, who has it, who is here, how much time is left. */
class TicketHead extends Header {

    private static final String SHUT = "ticket-facts-shut";

    private final Consumer<Boolean> shutFacts;
    private final Div chips = new Div();
    private final H1 subject = new H1();
    private final Div second = new Div();
    private final Div progress = new Div();
    private final Span here = new Span();
    private final Button facts = new Button(VaadinIcon.LIST.create());

    TicketHead(Consumer<Boolean> shutFacts) {
        this.shutFacts = shutFacts;
        addClassName("ticket-top");
        chips.addClassNames("row", "small");
        second.addClassNames("row", "small", "second");
        subject.getElement().setAttribute("dir", "auto");
        here.addClassNames("here", "tiny");
        here.getElement().setAttribute("role", "status");
        facts.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        facts.addClickListener(click -> shut(!isShut()));
        add(chips, subject, second, progress);
    }

    void show(Ticket ticket, String clientName, List<ClockView> clocks) {
        Span number = new Span(ticket.number().value());
        number.addClassNames("number", "soft");
        Span client = new Span(ticket.client().equals(ClientId.HOUSE) ? "Client not yet known" : clientName);
        client.addClassNames("clip", "strong");
        client.setTitle(clientName);
        chips.removeAll();
        chips.add(facts, number, Words.chip(ticket.status()), Words.chip(ticket.priority()),
                new Chip(ticket.line() == null ? "Line not yet known" : Words.of(ticket.line()), Tone.PLAIN), client);
        if ("angry".equals(ticket.mood()) || "worried".equals(ticket.mood())) {
            chips.add(new Chip("Tone: " + ticket.mood(), Tone.WARN));
        }
        chips.add(here);
        subject.setText(ticket.subject());
        subject.setTitle(ticket.subject());
        second.removeAll();
        second(ticket, clocks);
        progress.removeAll();
        progress.add(new StageBar(ticket));
        shut(isShut());
    }

    /** Puts what can be done at the far end of the first line. */
    void act(Component actions) {
        chips.add(actions);
    }

    /** Says who else has the ticket open, and who of them is writing. */
    void here(List<Presence.Here> people) {
        here.setText(String.join(", ", people.stream()
                .map(one -> one.name() + (one.typing() ? " is writing" : " is here"))
                .toList()));
        here.setTitle(here.getText());
        here.setClassName("warned", people.stream().anyMatch(Presence.Here::typing));
    }

    private static boolean isShut() {
        return Boolean.TRUE.equals(VaadinSession.getCurrent().getAttribute(SHUT));
    }

    private void shut(boolean yes) {
        VaadinSession.getCurrent().setAttribute(SHUT, yes);
        facts.setAriaLabel(yes ? "Show what it is" : "Hide what it is");
        facts.setTooltipText(yes ? "Show what it is" : "Hide what it is");
        facts.getElement().setAttribute("aria-expanded", String.valueOf(!yes));
        shutFacts.accept(yes);
    }

    private void second(Ticket ticket, List<ClockView> clocks) {
        second.add(fact("Owner", ticket.owner() != null ? Who.is(ticket.owner())
                : ticket.queue() != null ? "queue " + Words.queue(ticket.queue()) : "nobody yet"), fact("Next", ticket.nextAction()));
        clocks.stream().filter(clock -> !clock.state().equals("MET")).forEach(clock -> {
            Span label = new Span(SlaBand.label(clock));
            label.addClassName("soft");
            Div one = new Div(label, SlaBand.chip(clock));
            one.addClassName("row");
            one.setTitle("By " + SlaBand.rule(clock.rule()));
            second.add(one);
        });
    }

    private static Component fact(String name, String value) {
        Span label = new Span(name + " ");
        label.addClassName("soft");
        Div fact = new Div(label, new Span(value));
        fact.addClassName("clip");
        return fact;
    }
}
