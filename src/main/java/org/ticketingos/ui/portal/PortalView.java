package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.count;
import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.sla.ClockProjection;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;

/** A client's first screen: what waits for me, how we do, what was asked last. */
@Route("portal")
@Menu(title = "portal.menu.home", icon = "vaadin:home", order = 1)
@RolesAllowed("CLIENT")
class PortalView extends Page {

    private static final int WAITING = 25;
    private static final int LATEST = 5;

    private final TicketList tickets;
    private final Inbox inbox;
    private final ClockProjection clocks;
    private final Figures figures;
    private final ClientId client = Objects.requireNonNull(CurrentUser.get().client());
    private final Div body = new Div();

    PortalView(TicketList tickets, Inbox inbox, ClockProjection clocks, Figures figures) {
        super(say("portal.home"));
        this.tickets = tickets;
        this.inbox = inbox;
        this.clocks = clocks;
        this.figures = figures;
        if (CurrentUser.get().may(ClientRole.REQUESTER)) {
            Button raise =
                    new Button(say("portal.raise"), VaadinIcon.PLUS.create(), click -> PortalNavigation.toRaise());
            raise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(raise);
        }
        body.addClassName("stack");
        add(body);
        show();
        Live.gathered(this, event -> true, events -> show());
    }

    private void show() {
        body.removeAll();
        body.add(waiting(), figures.tiles(client), latest());
    }

    private Component waiting() {
        List<InboxItem> items =
                inbox.items(InboxFilter.of(InboxFilter.View.ALL), CurrentUser.get(), null, WAITING).items();
        if (items.isEmpty()) {
            return new Panel(say("portal.waiting"), new Empty(
                    VaadinIcon.CHECK_CIRCLE_O, say("portal.waiting.nothing"), say("portal.waiting.nothing.advice")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        items.forEach(item -> list.add(new ListItem(new RequestCard(
                item.number().value(), item.subject(),
                new Chip(VaadinIcon.HAND, say("portal.waiting." + item.form()), Tone.WARN),
                new Span(item.number().value())))));
        return new Panel(say("portal.waiting"), list);
    }

    private Component latest() {
        List<Ticket> found = tickets.page(TicketQuery.ALL, null, LATEST).items();
        if (found.isEmpty()) {
            return new Panel(say("portal.latest"), new Empty(
                    VaadinIcon.CLIPBOARD_TEXT, say("portal.requests.none"), say("portal.requests.none.advice")));
        }
        Map<TicketId, List<ClockView>> running = clocks.of(found.stream().map(Ticket::id).toList());
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        found.forEach(ticket -> list.add(new ListItem(
                new RequestCard(ticket, running.getOrDefault(ticket.id(), List.of())))));
        Anchor all = new Anchor("portal/requests", say("portal.latest.all"));
        all.addClassName("touch");
        Span shown = new Span(count("portal.latest.shown", found.size()));
        shown.addClassNames("soft", "small");
        return new Panel(say("portal.latest"), list, all).beside(shown);
    }
}
