package org.ticketingos.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;

/** A client's requests: what waits for them, and how far everything is, in words. */
@Route("portal")
@Menu(title = "My requests", icon = "vaadin:clipboard-text", order = 1)
@RolesAllowed("CLIENT")
class PortalView extends Page implements BeforeEnterObserver {

    private static final int PAGE = 25;

    private final TicketList tickets;
    private final Clock clock;
    private final TextField search = new TextField();
    private final UnorderedList cards = new UnorderedList();
    private final Button more = new Button("Show more");
    private @Nullable String next;

    PortalView(TicketList tickets, Inbox inbox, Clock clock) {
        super("My requests");
        this.tickets = tickets;
        this.clock = clock;
        Button raise = new Button("New request", VaadinIcon.PLUS.create(), click -> PortalNavigation.toRaise());
        raise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions(raise);
        Div stack = new Div(waiting(inbox), all());
        stack.addClassName("stack");
        add(stack);
    }

    private static Component waiting(Inbox inbox) {
        List<InboxItem> items = inbox.items(InboxFilter.of(InboxFilter.View.ALL), CurrentUser.get(), null, PAGE).items();
        if (items.isEmpty()) {
            return new Panel("Waiting for you", new Empty(
                    VaadinIcon.CHECK_CIRCLE_O, "Nothing waits for you.", "Finished work to accept shows up here."));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        items.forEach(item -> {
            Div top = new Div(new Chip(VaadinIcon.HAND, item.name(), Tone.WARN), new Span(item.number().value()));
            top.addClassNames("row", "small");
            Anchor card = card(item.number().value(), top, item.subject());
            list.add(new ListItem(card));
        });
        return new Panel("Waiting for you", list);
    }

    private Component all() {
        search.addClassName("card-search");
        search.setPlaceholder("Find a request");
        search.setAriaLabel("Find a request");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String words = search.getValue().trim();
                getUI().ifPresent(ui -> ui.navigate(
                        PortalView.class, words.isEmpty() ? QueryParameters.empty() : QueryParameters.of("q", words)));
            }
        });
        cards.addClassName("cards");
        more.addClickListener(click -> load());
        return new Panel("All requests", search, cards, more);
    }

    private void load() {
        var page = tickets.page(TicketQuery.words(search.getValue()), next, PAGE);
        page.items().forEach(ticket -> cards.add(new ListItem(card(ticket))));
        next = page.next();
        more.setVisible(next != null);
        if (cards.getChildren().findAny().isEmpty()) {
            cards.add(new ListItem(search.isEmpty()
                    ? new Empty(VaadinIcon.CLIPBOARD_TEXT, "You have not asked for anything yet.",
                            "Send us a mail or press New request.")
                    : new Empty(VaadinIcon.SEARCH, "No request matches.", "Fewer words find more.")));
        }
    }

    private Anchor card(Ticket ticket) {
        Span when = new Span(Moments.ago(ticket.updatedAt(), clock.instant()));
        when.addClassNames("soft", "push");
        Div top = new Div(new Span(ticket.number().value()), Words.chipForClient(ticket.status()), when);
        top.addClassNames("row", "small");
        Anchor card = card(ticket.number().value(), top, ticket.subject());
        Span how = new Span(ticket.isOpen() ? Words.forClient(ticket.stage()) : "Finished.");
        how.addClassNames("soft", "small");
        card.add(how);
        return card;
    }

    private static Anchor card(String number, Component top, String subject) {
        Anchor card = new Anchor("portal/" + number);
        Div title = new Div(subject);
        title.addClassName("strong");
        card.addClassName("card");
        card.add(top, title);
        return card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        cards.removeAll();
        next = null;
        load();
    }
}
