package org.ticketingos.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.quality.Appeals;
import org.ticketingos.quality.OwnVerdict;
import org.ticketingos.quality.OwnVerdicts;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.inbox.TicketAside;

/** Beside a ticket: what the review said, to whoever did the work. */
@org.springframework.stereotype.Component
@Order(60)
class VerdictAside implements TicketAside {

    private final OwnVerdicts verdicts;
    private final Appeals appeals;

    VerdictAside(OwnVerdicts verdicts, Appeals appeals) {
        this.verdicts = verdicts;
        this.appeals = appeals;
    }

    @Override
    public @Nullable Component panel(Ticket ticket, CurrentUser user) {
        if (!user.is(Role.AGENT) || verdicts.of(ticket.id(), user.login()).isEmpty()) {
            return null;
        }
        Div all = new Div();
        all.addClassName("stack");
        show(all, ticket, user);
        return all;
    }

    private void show(Div all, Ticket ticket, CurrentUser user) {
        all.removeAll();
        List<OwnVerdict> own = verdicts.of(ticket.id(), user.login());
        own.forEach(one -> all.add(new VerdictPanel(
                own.size() == 1 ? "Review of your work" : "Review of your work, round " + one.review().round(),
                one, appeals, user.login(), () -> show(all, ticket, user))));
    }
}
