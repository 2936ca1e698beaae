package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.ticketingos.access.CurrentUser;

/**
 * The last letters somebody typed stay in the browser's tab until the server has them. A draft on the server is as old
 * as the last pause; a lost connection, an ended session or a restart would cost what was typed since.
 */
public final class Kept {

    private Kept() {}

    /** Marks a field whose text is kept; {@code place} is its name within its home. */
    public static void field(Component field, String place) {
        field.getElement().setAttribute("data-place", place);
    }

    /** Keeps the marked fields of this box under a name, and puts back into them what never reached the server. */
    public static void in(Component home, String name) {
        home.getElement().setAttribute("data-kept-in", CurrentUser.get().login() + "/" + name);
        home.addAttachListener(attach -> home.getElement().executeJs("window.ticketingosKept?.restore(this)"));
        if (home.getUI().map(UI::isAttached).orElse(false)) {
            home.getElement().executeJs("window.ticketingosKept?.restore(this)");
        }
    }

    /** Tells the browser what the server has by now: texts by place, lists of texts by their name. */
    public static void told(Component home, Map<String, ?> values) {
        JsonObject hashes = Json.createObject();
        values.forEach((place, value) -> put(hashes, place, value));
        home.getElement().executeJs("window.ticketingosKept?.told(this, $0)", hashes);
    }

    private static void put(JsonObject hashes, String place, Object value) {
        if (value instanceof List<?> rows) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof Map<?, ?> row) {
                    String at = place + "[" + i + "].";
                    row.forEach((key, cell) -> put(hashes, at + key, cell));
                }
            }
        } else {
            hashes.put(place, String.valueOf(value).hashCode());
        }
    }
}
