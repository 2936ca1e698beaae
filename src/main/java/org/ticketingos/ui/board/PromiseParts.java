package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ticketingos.insight.Band;
import org.ticketingos.insight.Board;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.insight.Landscape;
import org.ticketingos.ui.chart.Chart;
import org.ticketingos.ui.chart.Chart.Bar;
import org.ticketingos.ui.chart.Chart.Series;
import org.ticketingos.ui.chart.Chart.Shade;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.TwoLines;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** What was promised: how the clocks stand, what falls due, what nobody touches. */
final class PromiseParts {

    static final int DUE_HOURS = 8;

    /** A working day: what nobody has touched for longer is forgotten, not planned. */
    static final int IDLE_HOURS = 8;

    private final Part bands = new Part("Promises (SLA)", "board-bands");
    private final Part due = new Part("Falls due in the next " + DUE_HOURS + " hours", "board-due");
    private final Part idle = new Part("Untouched for " + IDLE_HOURS + " business hours", "board-idle");
    private final Select<Split> split = new Select<>();
    private final Chart dueChart = new Chart(
                    Chart.Kind.STACK, "Tickets whose promise falls due, per hour, and those that are too late to begin")
            .onPick(LoadParts::open);
    private final Paragraph forecast = new Paragraph();

    private enum Split {
        LINE("By line"),
        CLIENT("By client"),
        TEAM("By queue");

        private final String label;

        Split(String label) {
            this.label = label;
        }
    }

    PromiseParts(Runnable again) {
        split.setItems(Split.values());
        split.setItemLabelGenerator(one -> one.label);
        split.setValue(Split.LINE);
        split.setAriaLabel("Split promises");
        split.addClassName("small-select");
        split.addValueChangeListener(change -> again.run());
        bands.beside(split);
        forecast.addClassNames("soft", "small");
        due.show("chart", () -> new Div(dueChart, forecast));
    }

    List<Component> parts() {
        return List.of(bands, due);
    }

    Component idle() {
        return idle;
    }

    void bands(BoardFilter filter, Landscape open, Map<String, String> clients) {
        Split by = split.getValue();
        bands.show(List.of(open, filter, by), () -> {
            if (open.heaps().isEmpty()) {
                return new Empty(VaadinIcon.CLOCK, "No ticket is open here.", "Every promise is settled.");
            }
            List<String> heads = new ArrayList<>(List.of(Words.text(by.label.substring(3))));
            for (Band band : Band.values()) {
                heads.add(band.words());
            }
            Sheet sheet = new Sheet("Open tickets by the state of their promises", heads);
            row(sheet, "All", open.by(heap -> "").getOrDefault("", Map.of()), filter::tickets);
            switch (by) {
                case LINE -> open.by(Landscape.Heap::line).forEach((line, counts) -> row(
                        sheet,
                        line.isEmpty() ? "Not yet known" : Words.text(line),
                        counts,
                        more -> filter.tickets(with(more, line.isEmpty() ? "unclassified" : "line", line.isEmpty() ? "yes" : line))));
                case CLIENT -> open.by(Landscape.Heap::client).forEach((client, counts) -> row(
                        sheet,
                        clients.getOrDefault(client, client),
                        counts,
                        more -> filter.tickets(with(more, "client", client))));
                case TEAM -> open.by(Landscape.Heap::team).forEach((team, counts) -> row(
                        sheet,
                        team.isEmpty() ? "Given to none yet" : Words.text(team),
                        counts,
                        more -> filter.tickets(with(more, "team", team.isEmpty() ? "-" : team))));
            }
            return sheet;
        });
    }

    private static void row(
            Sheet sheet, String name, Map<Band, Long> counts, java.util.function.Function<String[], String> link) {
        List<Component> cells = new ArrayList<>(List.of(Sheet.text(name)));
        for (Band band : Band.values()) {
            Component count = Sheet.count(
                    counts.getOrDefault(band, 0L),
                    link.apply(new String[] {"open", "yes", "sla", band.code()}),
                    name + ", " + band.words());
            count.getElement().getClassList().add("band-" + band.code());
            cells.add(count);
        }
        sheet.row(cells.toArray(Component[]::new));
    }

    private static String[] with(String[] more, String name, String value) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }

    void due(BoardFilter filter, List<Board.HourDue> hours) {
        dueChart.show(List.of(
                new Series("Can still be met", Shade.WARN, hours.stream()
                        .map(hour -> bar(hour, hour.due() - hour.lost(), filter, ",open"))
                        .toList()),
                new Series("Too late to begin", Shade.BAD, hours.stream()
                        .map(hour -> bar(hour, hour.lost(), filter, ",lost"))
                        .toList())));
        long all = hours.stream().mapToLong(Board.HourDue::due).sum();
        long lost = hours.stream().mapToLong(Board.HourDue::lost).sum();
        forecast.setText(all == 0
                ? "Nothing falls due in these hours."
                : Words.count(all, "promise") + " fall due; " + (lost == 0
                        ? "each can still be met with the usual handling time."
                        : lost + " cannot be met any more: nobody has begun, and the usual handling time is longer than what is left."));
    }

    private static Bar bar(Board.HourDue hour, long count, BoardFilter filter, String which) {
        return new Bar(
                Moments.time(hour.hour()), count, count == 0 ? null : filter.tickets("due", hour.hour() + which));
    }

    void idle(BoardFilter filter, Board.Idle found, Instant now) {
        idle.show(List.of(found, filter, now.getEpochSecond() / 60), () -> {
            if (found.oldest().isEmpty()) {
                return new Empty(VaadinIcon.CHECK_CIRCLE_O, "Nothing is forgotten.", "Somebody did something on every open ticket within that time.");
            }
            Sheet sheet = new Sheet("Untouched tickets, the longest first", List.of("Ticket", "Subject", "Owner", "Last touched"));
            found.oldest().forEach(one -> sheet.row(
                    InboxNavigation.ticket(one.number()),
                    new TwoLines(one.subject(), one.clientName()),
                    Sheet.text(one.owner() == null ? "nobody" : Who.is(one.owner())),
                    Sheet.soft(Moments.ago(one.touched(), now))));
            Div all = new Div(sheet);
            if (found.count() > found.oldest().size()) {
                all.add(new com.vaadin.flow.component.html.Anchor(
                        filter.tickets("idle", Integer.toString(IDLE_HOURS)),
                        "All " + found.count() + (found.capped() ? " and more" : "")));
            }
            return all;
        });
    }
}
