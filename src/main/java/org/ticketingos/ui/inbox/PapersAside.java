package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.delivery.PaperState;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.upload.Standings;

/** How many papers of a request stand how; nothing where it came without any. */
@org.springframework.stereotype.Component
@Order(15)
class PapersAside implements TicketAside {

    private final Standings standings;

    PapersAside(Standings standings) {
        this.standings = standings;
    }

    @Override
    public @Nullable Component panel(Ticket ticket, CurrentUser user) {
        Map<PaperState, Integer> counts = standings.counts(Standings.Of.ticket(ticket.id()));
        if (user.isClient() || counts.isEmpty()) {
            return null;
        }
        Div body = new Div();
        counts.forEach((state, number) -> {
            Div line = new Div(new Span(number + " " + FileList.wordsFor(state, true)));
            line.addClassName("small");
            body.add(line);
        });
        Anchor all = new Anchor("papers/" + ticket.number(), "Each paper with its state");
        all.addClassName("small");
        return new Panel("Papers", body, all);
    }
}
