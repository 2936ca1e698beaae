package org.ticketingos.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bars drawn by ECharts; the same figures stand below as a table with links. Drawn anew without a flicker. */
@Tag("ticket-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./chart.ts")
public class Chart extends Component {

    private List<Series> series = List.of();

    /** How the series stand to each other: beside, on top, or the last one as a line of shares in percent. */
    public enum Kind {
        BARS,
        STACK,
        PARETO
    }

    /** Colour of a series, one of the theme. */
    public enum Shade {
        ACCENT,
        OK,
        WARN,
        BAD,
        INFO,
        IDLE
    }

    /** One figure; the address it opens, if any. */
    public record Bar(String label, long value, @Nullable String link) {}

    /** Figures of one meaning, one per label. */
    public record Series(String name, Shade shade, List<Bar> bars) {}

    public Chart(Kind kind, String meaning) {
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("aria-label", meaning);
        getElement().setProperty("kind", kind.name().toLowerCase(Locale.ROOT));
    }

    /** Shows these series; all have the labels of the first. Nothing happens when they are shown already. */
    public Chart show(List<Series> shown) {
        if (shown.equals(series)) {
            return this;
        }
        series = List.copyOf(shown);
        JsonArray labels = Json.createArray();
        series.stream().findFirst().ifPresent(first -> first.bars().forEach(bar -> add(labels, Json.create(bar.label()))));
        JsonArray drawn = Json.createArray();
        series.forEach(one -> add(drawn, json(one)));
        getElement().setPropertyJson("labels", labels);
        getElement().setPropertyJson("series", drawn);
        return this;
    }

    public List<Series> series() {
        return series;
    }

    /** Tells the address of a bar that was clicked; only addresses this chart was given are told. */
    public Chart onPick(Consumer<String> picked) {
        getElement()
                .addEventListener("pick", event -> {
                    String link = event.getEventData().getString("event.detail.link");
                    if (series.stream().flatMap(one -> one.bars().stream()).anyMatch(bar -> link.equals(bar.link()))) {
                        picked.accept(link);
                    }
                })
                .addEventData("event.detail.link");
        return this;
    }

    private static JsonObject json(Series one) {
        JsonArray values = Json.createArray();
        JsonArray links = Json.createArray();
        one.bars().forEach(bar -> {
            add(values, Json.create((double) bar.value()));
            add(links, bar.link() == null ? Json.createNull() : Json.create(bar.link()));
        });
        JsonObject json = Json.createObject();
        json.put("name", one.name());
        json.put("tone", one.shade().name().toLowerCase(Locale.ROOT));
        json.put("values", values);
        json.put("links", links);
        return json;
    }

    private static void add(JsonArray array, elemental.json.JsonValue value) {
        array.set(array.length(), value);
    }
}
