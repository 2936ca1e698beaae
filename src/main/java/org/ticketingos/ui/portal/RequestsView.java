package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.sla.ClockProjection;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** All requests a client's person may see, newest first; the address bar holds what is looked for. */
@Route("portal/requests")
@Menu(title = "portal.menu.requests", icon = "vaadin:clipboard-text", order = 2)
@RolesAllowed("CLIENT")
class RequestsView extends Page implements BeforeEnterObserver {

    private static final int PAGE = 25;

    private final TicketList tickets;
    private final ClockProjection clocks;
    private final TextField search = new TextField();
    private final Select<Status> status = new Select<>();
    private final UnorderedList cards = new UnorderedList();
    private final Button more = new Button(say("portal.more"));
    private final Div news = new Div();
    private @Nullable String next;

    RequestsView(TicketList tickets, ClockProjection clocks) {
        super(say("portal.requests"));
        this.tickets = tickets;
        this.clocks = clocks;
        if (CurrentUser.get().may(ClientRole.REQUESTER)) {
            Button raise =
                    new Button(say("portal.raise"), VaadinIcon.PLUS.create(), click -> PortalNavigation.toRaise());
            raise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(raise);
        }
        search.setPlaceholder(say("portal.requests.search"));
        search.setAriaLabel(say("portal.requests.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(200);
        search.addClassName("search");
        search.addValueChangeListener(change -> look(change.isFromClient()));
        status.setItems(Arrays.asList(Status.values()));
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(say("portal.requests.any"));
        status.setItemLabelGenerator(one -> one == null ? say("portal.requests.any")
                : one == Status.AWAITING_CLIENT ? say("shell.status.with-you") : Words.of(one));
        status.setAriaLabel(say("portal.requests.state"));
        status.addValueChangeListener(change -> look(change.isFromClient()));
        Div filters = new Div(search, status);
        filters.addClassName("filters");
        cards.addClassName("cards");
        more.addClickListener(click -> load());
        add(filters, news, cards, more);
        Live.gathered(this, event -> true, events -> tellOfNews());
    }

    private void look(boolean byPerson) {
        if (byPerson) {
            Map<String, String> asked = new HashMap<>();
            if (!search.getValue().isBlank()) {
                asked.put("q", search.getValue().trim());
            }
            if (status.getValue() != null) {
                asked.put("state", status.getValue().name());
            }
            getUI().ifPresent(ui -> ui.navigate(RequestsView.class, QueryParameters.simple(asked)));
        }
    }

    /** Nobody's place in a list is lost: on its first page it follows by itself, else it offers to. */
    private void tellOfNews() {
        if (cards.getChildren().count() <= PAGE) {
            again();
        } else if (news.getChildren().findAny().isEmpty()) {
            Notice notice = new Notice(say("portal.requests.news"), Tone.INFO);
            notice.add(new Button(say("portal.requests.refresh"), click -> again()));
            news.add(notice);
        }
    }

    private void again() {
        news.removeAll();
        cards.removeAll();
        next = null;
        load();
    }

    private void load() {
        TicketQuery query = new TicketQuery(search.getValue(), null, status.getValue(), null, null, null);
        var page = tickets.page(query, next, PAGE);
        Map<TicketId, List<ClockView>> running = clocks.of(page.items().stream().map(Ticket::id).toList());
        page.items().forEach(ticket -> cards.add(new ListItem(
                new RequestCard(ticket, running.getOrDefault(ticket.id(), List.of())))));
        next = page.next();
        more.setVisible(next != null);
        if (cards.getChildren().findAny().isEmpty()) {
            cards.add(new ListItem(search.isEmpty() && status.isEmpty()
                    ? new Empty(VaadinIcon.CLIPBOARD_TEXT, say("portal.requests.none"), say("portal.requests.none.advice"))
                    : new Empty(VaadinIcon.SEARCH, say("portal.requests.no-match"), say("portal.requests.no-match.advice"))));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        search.setValue(asked.getSingleParameter("q").orElse(""));
        status.setValue(asked.getSingleParameter("state")
                .flatMap(name -> Arrays.stream(Status.values()).filter(one -> one.name().equals(name)).findFirst())
                .orElse(null));
        again();
    }
}
