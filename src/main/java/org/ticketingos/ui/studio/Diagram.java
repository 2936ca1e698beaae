package org.ticketingos.ui.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** A BPMN diagram, drawn by bpmn-js, with marks on its activities. */
@Tag("ticket-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./diagram.ts")
public class Diagram extends Component {

    public Diagram(String xml, String meaning) {
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("aria-label", meaning);
        getElement().setProperty("xml", xml);
    }

    /** Activities where a token stands. */
    public Diagram active(Collection<String> activities) {
        getElement().setPropertyJson("active", array(activities));
        return this;
    }

    /** Activities done on the way. */
    public Diagram been(Collection<String> activities) {
        getElement().setPropertyJson("been", array(activities));
        return this;
    }

    /** Activities where the engine gave up and waits for a person. */
    public Diagram stuck(Collection<String> activities) {
        getElement().setPropertyJson("stuck", array(activities));
        return this;
    }

    /** How many tickets stand on each activity. */
    public Diagram counts(Map<String, Integer> counts) {
        JsonObject marks = Json.createObject();
        counts.forEach((activity, count) -> marks.put(activity, count));
        getElement().setPropertyJson("counts", marks);
        return this;
    }

    /** A double click on a step that calls another process tells that process's key, as drawn. */
    public Diagram onOpen(Consumer<String> opened) {
        getElement()
                .addEventListener(
                        "open-called", event -> opened.accept(event.getEventData().getString("event.detail.process")))
                .addEventData("event.detail.process");
        return this;
    }

    private static JsonArray array(Collection<String> texts) {
        JsonArray array = Json.createArray();
        texts.forEach(text -> array.set(array.length(), text));
        return array;
    }
}
