package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.insight.Band;
import org.ticketingos.insight.Board;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.insight.Hands;
import org.ticketingos.insight.Landscape;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.workflow.Incidents;
import org.ticketingos.workflow.WorkOffers;

/** The supervisor's board: what stands where, what is late or will be, who has how much, what is stuck. Live. */
@Route("board")
@Menu(title = "Board", icon = "vaadin:dashboard", order = 4)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class BoardView extends Page implements BeforeEnterObserver {

    /** However much happens, the board is read anew no oftener. */
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    /** Time passes without an event, too: promises fall due. */
    private static final Duration AT_LEAST = Duration.ofSeconds(30);

    private static final int CARDS = 30;
    private static final int ROWS = 8;

    private final BoardReading reading;
    private final Clock clock;
    private final BoardFilters filters;
    private final Map<String, String> clientNames;
    private final Div tiles = new Div();
    private final Span asOf = new Span();
    private final LoadParts load = new LoadParts();
    private final PromiseParts promises = new PromiseParts(this::show);
    private final QualityParts quality = new QualityParts();
    private final TroubleParts trouble;
    private final AgentsPart agents;
    private List<Long> figures = List.of();
    private BoardFilter filter = BoardFilter.ALL;
    private Instant shownAt = Instant.EPOCH;
    private boolean changed;

    BoardView(BoardReading reading, Clients clients, Clock clock) {
        super("Board");
        this.reading = reading;
        this.clock = clock;
        List<Client> all = clients.all();
        clientNames = all.stream().collect(Collectors.toMap(client -> client.id().value(), Client::name));
        filters = new BoardFilters(all, address -> UI.getCurrent().navigate(BoardView.class, address));
        trouble = reading.trouble(this::show);
        agents = new AgentsPart(reading.giving(this::show), this::skipped, this::show);
        Button print = new Button("Print", VaadinIcon.PRINT.create(), click -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        asOf.addClassNames("soft", "small");
        asOf.getElement().setAttribute("role", "status");
        actions(asOf, print);
        tiles.addClassNames("tiles", "board-tiles");
        Div grid = new Div();
        grid.addClassName("board");
        grid.add(promises.parts());
        grid.add(load.parts());
        grid.add(agents, trouble.escalations(), promises.idle(), load.stages(), trouble.stuck());
        grid.add(quality.parts());
        add(filters, tiles, grid);
        Live.gathered(this, event -> true, events -> changed = true);
        Live.every(this, AT_MOST, () -> {
            if (changed || Duration.between(shownAt, clock.instant()).compareTo(AT_LEAST) >= 0) {
                show();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = filters.restore(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        Instant now = clock.instant();
        ZoneId zone = Moments.zone();
        Instant day = now.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        Instant month = day.minus(Duration.ofDays(QualityParts.DAYS));
        changed = false;
        shownAt = now;
        Board board = reading.board();
        Hands hands = reading.hands();
        Landscape open = board.open(filter);
        Board.Idle idle = board.idle(filter, PromiseParts.IDLE_HOURS, ROWS);
        List<Incidents.Stuck> stuck = reading.incidents().open();
        List<Hands.Card> escalations = hands.escalations(filter, ROWS);
        filters.queues(board.queueNames());
        tiles(open, idle, stuck.size(), escalations.size());
        promises.bands(filter, open, clientNames);
        promises.due(filter, board.due(filter, zone, PromiseParts.DUE_HOURS));
        promises.idle(filter, idle, now);
        load.queues(filter, board.queues(filter), now);
        load.flow(filter, board.flow(filter, zone, LoadParts.FLOW_HOURS));
        load.stages(filter, open);
        agents.show(
                filter,
                reading.people().now(filter, day),
                agents.whose() == null ? hands.waiting(filter, CARDS) : hands.of(agents.whose(), filter, CARDS),
                reading.offers().since(month).stream().collect(Collectors.toMap(WorkOffers.Fairness::login, Function.identity())),
                day,
                now);
        trouble.escalations(escalations, now);
        trouble.stuck(stuck, now);
        quality.causes(filter, reading.flaws().since(filter, month), month);
        quality.proven(reading.accuracy().thisMonth(), filter);
        asOf.setText("As of " + Moments.time(now));
    }

    private List<WorkOffers.Skip> skipped(String login) {
        return reading.offers().skips(login, clock.instant().minus(Duration.ofDays(QualityParts.DAYS)));
    }

    private void tiles(Landscape open, Board.Idle idle, long stuck, long escalations) {
        List<Long> now = List.of(
                open.open(), open.of(Band.BREACHED), open.of(Band.WARNING), idle.count(), escalations, stuck);
        if (now.equals(figures) && tiles.getComponentCount() > 0) {
            return;
        }
        figures = now;
        tiles.removeAll();
        tiles.add(
                tile("Open tickets", now.get(0), "", filter.tickets("open", "yes"), ""),
                tile("Breached", now.get(1), now.get(1) == 0 ? "all within their promise" : "past a promise",
                        filter.tickets("open", "yes", "sla", Band.BREACHED.code()), "bad"),
                tile("Warning", now.get(2), "close to their promise",
                        filter.tickets("open", "yes", "sla", Band.WARNING.code()), "warn"),
                tile("Untouched", now.get(3), (idle.capped() ? "and more, " : "") + "for " + PromiseParts.IDLE_HOURS + " business hours",
                        filter.tickets("idle", Integer.toString(PromiseParts.IDLE_HOURS)), "warn"),
                tile("Escalations", now.get(4), "wait for an answer", "", "warn"),
                tile("Stuck steps", now.get(5), now.get(5) == 0 ? "every step runs" : "need a retry", "", "bad"));
    }

    /** Figures without a list of their own stand above the panel that lists them. */
    private static Component tile(String name, long number, String meaning, String link, String tone) {
        Component figure = link.isEmpty() ? new Span(Long.toString(number)) : new Anchor(link, Long.toString(number));
        figure.getElement().setAttribute("aria-label", number + " " + name);
        figure.getElement().getClassList().add("figure");
        if (number > 0 && !tone.isEmpty()) {
            figure.getElement().getClassList().add(tone);
        }
        Span label = new Span(name);
        label.addClassNames("small", "strong");
        Span soft = new Span(meaning);
        soft.addClassNames("soft", "tiny");
        Div tile = new Div(figure, label, soft);
        tile.addClassNames("panel", "tile");
        return tile;
    }
}
