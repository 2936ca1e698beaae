package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.upload.Standings;

/** All papers of one request, each with how it stands. */
@Route("papers")
@RolesAllowed({"AGENT", "REVIEWER", "SUPERVISOR", "ANALYST", "ADMIN"})
class PapersView extends Page implements HasUrlParameter<String> {

    private final Tickets tickets;
    private final Standings standings;
    private final Papers papers;
    private final Div body = new Div();
    private @Nullable TicketId shown;
    private @Nullable FileList files;

    PapersView(Tickets tickets, Standings standings, Papers papers) {
        super("Papers");
        this.tickets = tickets;
        this.standings = standings;
        this.papers = papers;
        body.addClassName("stack");
        add(body);
        Live.gathered(this, event -> event.ticketId().equals(shown), events -> {
            if (files != null) {
                files.refresh();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        Ticket ticket = Optional.of(number)
                .filter(text -> text.matches("T-\\d{1,12}"))
                .flatMap(text -> tickets.find(new TicketNumber(text)))
                .orElseThrow(() -> new TicketRefused("There is no such ticket."));
        shown = ticket.id();
        title(ticket.subject(), "Papers of " + ticket.number());
        files = new FileList(standings, papers, Standings.Of.ticket(ticket.id()));
        body.removeAll();
        body.add(new Anchor("tickets/" + ticket.number(), "Back to " + ticket.number()), new Panel("Papers", files));
    }
}
