package org.ticketingos.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.delivery.Deliverable;
import org.ticketingos.delivery.Deliverables;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.ui.inbox.StageBar;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;

/** One request as its client sees it: how far, what was delivered, what was said, and what to decide. */
@Route("portal")
@RolesAllowed("CLIENT")
class RequestView extends Page implements HasUrlParameter<String> {

    private final Tickets tickets;
    private final Inbox inbox;
    private final Deliverables deliverables;
    private final Papers papers;
    private final PortalTalk.Maker talk;
    private final CurrentUser user = CurrentUser.get();
    private final Div body = new Div();

    RequestView(Tickets tickets, Inbox inbox, Deliverables deliverables, Papers papers, PortalTalk.Maker talk) {
        super("Request");
        this.tickets = tickets;
        this.inbox = inbox;
        this.deliverables = deliverables;
        this.papers = papers;
        this.talk = talk;
        actions(new Anchor("portal", "My requests"));
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        if (!number.matches("T-\\d{1,12}")) {
            throw new TicketRefused("There is no such request.");
        }
        Ticket ticket = tickets.find(new TicketNumber(number))
                .orElseThrow(() -> new TicketRefused("There is no such request."));
        show(ticket);
    }

    private void show(Ticket ticket) {
        body.removeAll();
        body.add(progress(ticket));
        for (InboxItem step : inbox.of(ticket.id(), user)) {
            body.add(new DecisionPanel(
                    inbox, inbox.open(step.taskId(), user), user, () -> show(tickets.get(ticket.id()))));
        }
        List<Deliverable> rounds = deliverables.of(ticket.id());
        if (!rounds.isEmpty()) {
            body.add(delivered(rounds));
        }
        body.add(talk.about(ticket));
    }

    private static Component progress(Ticket ticket) {
        Span number = new Span(ticket.number().value());
        number.addClassNames("number", "soft");
        Div chips = new Div(number, Words.chipForClient(ticket.status()));
        chips.addClassNames("row", "small");
        Div subject = new Div(ticket.subject());
        subject.addClassName("strong");
        return new Panel("How far it is", chips, subject, new StageBar(ticket),
                new Paragraph(ticket.isOpen() ? Words.forClient(ticket.stage())
                        : "Finished on " + Moments.at(ticket.closedAt()) + "."));
    }

    private Component delivered(List<Deliverable> rounds) {
        Panel panel = new Panel("Delivered work");
        for (int i = rounds.size() - 1; i >= 0; i--) {
            Deliverable round = rounds.get(i);
            Div head = new Div(new Span("Delivery " + round.round() + ", " + Moments.near(round.deliveredAt())),
                    state(round));
            head.addClassNames("row", "small", "strong");
            Div files = new Div();
            files.addClassNames("row", "small");
            round.files().forEach(file -> files.add(papers.download(file)));
            panel.add(head, files);
        }
        return panel;
    }

    private static Chip state(Deliverable round) {
        return switch (round.state()) {
            case Deliverable.ACCEPTED -> new Chip("Accepted", Tone.OK);
            case Deliverable.DEEMED_ACCEPTED -> new Chip("Accepted by contract", Tone.OK);
            case Deliverable.REJECTED -> new Chip("Sent back", Tone.BAD);
            default -> new Chip("Waits for your decision", Tone.WARN);
        };
    }
}
