package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.Found;
import org.ticketingos.ticket.ListFilter;
import org.ticketingos.ticket.ListFilters;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.TwoLines;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** Every ticket, the newest first, found by words of its subject, people, messages, papers and fields. */
@Route("tickets")
@Menu(title = "Tickets", icon = "vaadin:ticket", order = 3)
@RolesAllowed({"AGENT", "SUPERVISOR", "FINANCE", "ANALYST", "ADMIN"})
class TicketsView extends org.ticketingos.ui.shell.Page implements BeforeEnterObserver {

    private final TicketList tickets;
    private final Clock clock;
    private final List<Client> clients;
    private final Map<ClientId, Client> byId;
    private final Filters filters;
    private final ComboBox<Stage> stage = new ComboBox<>();
    private final Map<TicketId, Found> found = new HashMap<>();
    private final Grid<Ticket> grid = new Grid<>();

    private final ListFilters known;
    private final Narrowed narrowed = new Narrowed(() -> changed());

    TicketsView(TicketList tickets, ListFilters known, Clients clients, Clock clock) {
        super("Tickets");
        this.tickets = tickets;
        this.known = known;
        this.clock = clock;
        this.clients = clients.all();
        this.byId = this.clients.stream().collect(Collectors.toMap(Client::id, Function.identity()));
        filters = new Filters(this.clients, "Words, client:acme, status:open, \"exact words\", -not", this::changed);
        stage.setPlaceholder("Any stage");
        stage.setAriaLabel("Stage");
        stage.setItems(Arrays.asList(Stage.values()));
        stage.setItemLabelGenerator(Words::of);
        stage.setClearButtonVisible(true);
        stage.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed();
            }
        });
        filters.add(stage);
        full();
        add(filters, narrowed, list());
    }

    private Grid<Ticket> list() {
        grid.addComponentColumn(ticket -> InboxNavigation.ticket(ticket.number())).setHeader("Ticket").setWidth("5.25rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::subject).setHeader("Subject").setWidth("14rem").setFlexGrow(4);
        grid.addColumn(ticket -> Words.of(ticket.line())).setHeader("Line").setWidth("6.75rem").setFlexGrow(0);
        grid.addComponentColumn(ticket -> Words.chip(ticket.priority())).setHeader("Priority").setWidth("5.25rem")
                .setFlexGrow(0);
        grid.addComponentColumn(ticket -> Words.chip(ticket.status())).setHeader("Status").setWidth("7.75rem")
                .setFlexGrow(0);
        grid.addColumn(ticket -> Words.of(ticket.stage())).setHeader("Stage").setWidth("7.75rem").setFlexGrow(0);
        grid.addColumn(ticket -> Who.is(ticket.owner())).setHeader("Owner").setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addColumn(ticket -> Moments.ago(ticket.receivedAt(), clock.instant())).setHeader("Received")
                .setWidth("6rem").setFlexGrow(0);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("clickable");
        grid.addItemClickListener(click -> InboxNavigation.toTicket(click.getItem().number()));
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateComponent(new Empty(
                VaadinIcon.SEARCH, "No ticket matches.", "Fewer words find more. These narrow:"
                        + " client: status: from: line: owner: queue: stage: priority: before: after:"));
        return grid;
    }

    private Component subject(Ticket ticket) {
        Client client = byId.get(ticket.client());
        TwoLines lines = new TwoLines(
                ticket.subject(), (client == null ? "No client yet" : client.name()) + " · " + ticket.requester());
        Found where = found.get(ticket.id());
        if (where != null) {
            lines.add(new FoundLine(where));
        }
        return lines;
    }

    /** A page of tickets, with the places where the words were found. */
    private Page<Ticket> page(
            TicketQuery query, List<ListFilter.Condition> more, @Nullable String cursor, int size) {
        Page<Ticket> page = tickets.page(query, more, cursor, size);
        if (query.words() != null) {
            found.putAll(tickets.places(query.words(), page.items()));
        }
        return page;
    }

    private void changed() {
        Map<String, String> more = narrowed.address();
        if (!stage.isEmpty()) {
            more.put("stage", stage.getValue().activity());
        }
        getUI().ifPresent(ui -> ui.navigate(TicketsView.class, filters.address(more)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        filters.restore(address, clients);
        stage.setValue(address.getSingleParameter("stage").flatMap(Stage::ofActivity).orElse(null));
        TicketQuery query = new TicketQuery(
                filters.words(),
                stage.getValue(),
                null,
                filters.line(),
                filters.client() == null ? null : filters.client().id(),
                null);
        Map<String, String> values = new HashMap<>();
        address.getParameters().forEach((name, all) -> values.put(name, all.get(0)));
        Map<String, ListFilter.Condition> conditions = Map.of();
        found.clear();
        try {
            tickets.check(query.words() == null ? "" : query.words());
            conditions = known.of(values);
        } catch (TicketRefused refused) {
            Notice.refused(refused.getMessage());
            query = TicketQuery.ALL;
        }
        narrowed.show(values, conditions);
        TicketQuery asked = query;
        List<ListFilter.Condition> more = List.copyOf(conditions.values());
        Paging.feed(grid, (cursor, size) -> page(asked, more, cursor, size), Ticket::id);
    }
}
