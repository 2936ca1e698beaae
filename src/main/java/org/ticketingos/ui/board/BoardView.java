package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.ticketingos.sla.LateTickets;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.TwoLines;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.Incidents;

/** The supervisor's board: how much stands where, what is late, what is stuck. */
@Route("board")
@Menu(title = "Board", icon = "vaadin:dashboard", order = 4)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class BoardView extends Page {

    private final TicketList tickets;
    private final LateTickets late;
    private final Incidents incidents;
    private final Clock clock;
    private final Div body = new Div();

    BoardView(TicketList tickets, LateTickets late, Incidents incidents, Clock clock) {
        super("Board");
        this.tickets = tickets;
        this.late = late;
        this.incidents = incidents;
        this.clock = clock;
        Button again = new Button("Refresh", VaadinIcon.REFRESH.create(), click -> show());
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        actions(again);
        body.addClassName("stack");
        add(body);
        show();
    }

    private void show() {
        body.removeAll();
        List<LateTickets.Late> breaches = late.open();
        List<Incidents.Stuck> stuck = incidents.open();
        Map<Stage, Integer> counts = tickets.openPerStage();
        body.add(tiles(counts, breaches, stuck), stages(counts), breaches(breaches), incidents(stuck));
    }

    private static Component tiles(
            Map<Stage, Integer> counts, List<LateTickets.Late> breaches, List<Incidents.Stuck> stuck) {
        long missed = breaches.stream().filter(LateTickets.Late::breached).count();
        Div tiles = new Div(
                tile("Open tickets", counts.values().stream().mapToInt(Integer::intValue).sum(), ""),
                tile("Past their time", missed, missed == 0 ? "all within their promise" : "see below"),
                tile("Close to it", breaches.size() - missed, "warning time has passed"),
                tile("Stuck steps", stuck.size(), stuck.isEmpty() ? "the engine runs" : "need a retry"));
        tiles.addClassName("tiles");
        return tiles;
    }

    private static Component tile(String name, long number, String meaning) {
        Element figure = new Element("b");
        figure.setText(Long.toString(number));
        Span label = new Span(name);
        label.addClassNames("small", "strong");
        Span soft = new Span(meaning);
        soft.addClassNames("soft", "tiny");
        Div tile = new Div();
        tile.addClassNames("panel", "tile");
        tile.getElement().appendChild(figure);
        tile.add(label, soft);
        return tile;
    }

    private static Component stages(Map<Stage, Integer> counts) {
        Div bars = new Div();
        bars.addClassName("bars");
        int most = Math.max(1, counts.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        for (Stage stage : Stage.values()) {
            int count = counts.getOrDefault(stage, 0);
            Anchor name = new Anchor("tickets?stage=" + stage.activity(), Words.of(stage));
            Element fill = new Element("i");
            fill.getStyle().setWidth(count * 100 / most + "%");
            Div bar = new Div();
            bar.addClassName("bar");
            bar.getElement().appendChild(fill);
            Span number = new Span(Integer.toString(count));
            number.addClassName("numbers");
            bars.add(name, bar, number);
        }
        return new Panel("Open tickets by stage", bars);
    }

    private static Component breaches(List<LateTickets.Late> late) {
        if (late.isEmpty()) {
            return new Panel("Late or nearly late",
                    new Empty(VaadinIcon.CLOCK, "Every clock is in time.", "Warnings and breaches show up here."));
        }
        Grid<LateTickets.Late> grid = grid();
        grid.addComponentColumn(one -> InboxNavigation.ticket(one.number())).setHeader("Ticket").setWidth("6rem")
                .setFlexGrow(0);
        grid.addComponentColumn(one -> new TwoLines(one.subject(), one.clientName())).setHeader("Subject")
                .setFlexGrow(3);
        grid.addColumn(one -> Words.of(one.stage())).setHeader("Stage").setAutoWidth(true);
        grid.addColumn(LateTickets.Late::clock).setHeader("Clock").setAutoWidth(true);
        grid.addComponentColumn(one -> one.breached()
                ? new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, "Breached", Tone.BAD)
                : new Chip(VaadinIcon.CLOCK, "Warning", Tone.WARN)).setHeader("State").setAutoWidth(true);
        grid.addColumn(one -> Moments.near(one.dueAt())).setHeader("Due").setAutoWidth(true);
        grid.addColumn(one -> one.owner() == null ? "nobody" : one.owner()).setHeader("Owner").setAutoWidth(true);
        grid.setItems(late);
        return new Panel("Late or nearly late", grid);
    }

    private Component incidents(List<Incidents.Stuck> stuck) {
        if (stuck.isEmpty()) {
            return new Panel("Stuck in the engine", new Empty(
                    VaadinIcon.COGS, "No step is stuck.", "A step the engine gave up on shows up here with a retry."));
        }
        Grid<Incidents.Stuck> grid = grid();
        grid.addComponentColumn(one -> InboxNavigation.ticket(one.number())).setHeader("Ticket").setWidth("6rem")
                .setFlexGrow(0);
        grid.addColumn(Incidents.Stuck::subject).setHeader("Subject").setFlexGrow(3);
        grid.addColumn(one -> one.process() + ": " + one.step()).setHeader("Step").setFlexGrow(2);
        grid.addColumn(one -> Moments.ago(one.since(), clock.instant())).setHeader("Since").setAutoWidth(true);
        grid.addComponentColumn(one -> {
            Button retry = new Button("Try again", click -> {
                incidents.retry(one.id());
                Notice.done(one.number() + " is tried again.");
                show();
            });
            retry.addThemeVariants(ButtonVariant.LUMO_SMALL);
            retry.setAriaLabel("Try " + one.step() + " of " + one.number() + " again");
            return retry;
        }).setHeader("").setAutoWidth(true);
        grid.setItems(stuck);
        return new Panel("Stuck in the engine", grid);
    }

    private static <T> Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        return grid;
    }
}
