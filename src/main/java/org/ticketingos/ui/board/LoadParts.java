package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.ticketingos.insight.Board;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.insight.Landscape;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ui.chart.Chart;
import org.ticketingos.ui.chart.Chart.Bar;
import org.ticketingos.ui.chart.Chart.Series;
import org.ticketingos.ui.chart.Chart.Shade;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Words;

/** What lies where: queues, stages, and what comes in and goes out. */
final class LoadParts {

    static final int FLOW_HOURS = 12;

    private final Part queues = new Part("Load per queue", "board-queues");
    private final Part stages = new Part("Open tickets by stage", "board-stages");
    private final Part flow = new Part("Came in and finished", "board-flow");
    private final Chart flowChart = new Chart(
                    Chart.Kind.BARS, "Tickets received and finished in each of the last " + FLOW_HOURS + " hours")
            .onPick(LoadParts::open);

    LoadParts() {
        flow.show("chart", () -> flowChart);
    }

    static void open(String link) {
        UI.getCurrent().navigate(link);
    }

    List<Component> parts() {
        return List.of(queues, flow);
    }

    Component stages() {
        return stages;
    }

    void queues(BoardFilter filter, List<Board.QueueLoad> loads, Instant now) {
        queues.show(List.of(loads, now.getEpochSecond() / 60, filter), () -> {
            if (loads.isEmpty()) {
                return new Empty(VaadinIcon.INBOX, "No step is open here.", "Queues show up as soon as one waits.");
            }
            Sheet sheet = new Sheet("Load per queue", List.of("Queue", "Waiting", "In hand", "Oldest waits since"));
            loads.forEach(load -> sheet.row(
                    Sheet.text(Words.text(load.queue())),
                    Sheet.count(
                            load.waiting(),
                            filter.withoutQueue().tickets("work", "waiting:" + load.queue()),
                            "tickets wait in the queue " + load.queue()),
                    Sheet.count(
                            load.inHand(),
                            filter.withoutQueue().tickets("work", "held:" + load.queue()),
                            "tickets are in hand in the queue " + load.queue()),
                    Sheet.soft(load.oldestWaiting() == null ? "–" : Moments.ago(load.oldestWaiting(), now))));
            return sheet;
        });
    }

    void flow(BoardFilter filter, List<Board.HourFlow> hours) {
        flowChart.show(List.of(
                series("Came in", Shade.INFO, hours, Board.HourFlow::received, filter, "received"),
                series("Finished", Shade.OK, hours, Board.HourFlow::finished, filter, "finished")));
    }

    private static Series series(
            String name,
            Shade shade,
            List<Board.HourFlow> hours,
            Function<Board.HourFlow, Long> value,
            BoardFilter filter,
            String parameter) {
        return new Series(name, shade, hours.stream()
                .map(hour -> new Bar(
                        Moments.time(hour.hour()),
                        value.apply(hour),
                        value.apply(hour) == 0 ? null : filter.tickets(parameter, hour.hour().toString())))
                .toList());
    }

    void stages(BoardFilter filter, Landscape open) {
        stages.show(List.of(open, filter), () -> {
            Div bars = new Div();
            bars.addClassName("bars");
            long most = 1;
            for (Stage stage : Stage.values()) {
                most = Math.max(most, open.of(stage));
            }
            for (Stage stage : Stage.values()) {
                long count = open.of(stage);
                String link = filter.tickets("open", "yes", "stage", stage.activity());
                Anchor name = new Anchor(link, Words.of(stage));
                Element fill = new Element("i");
                fill.getStyle().setWidth(count * 100 / most + "%");
                Div bar = new Div();
                bar.addClassName("bar");
                bar.getElement().appendChild(fill);
                Span number = new Span(Long.toString(count));
                number.addClassName("numbers");
                bars.add(name, bar, number);
            }
            return bars;
        });
    }
}
