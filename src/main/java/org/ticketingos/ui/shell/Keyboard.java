package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;

/** The keys of one browser window: which are in force, and what each does for the person at it. */
@Tag("ticket-keyboard")
@JsModule("./keys.ts")
class Keyboard extends Component {

    private final transient @Nullable KeyMap maps;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private @Nullable Map<Act, Combination> map;
    private int count;

    private record Binding(Component scope, Act act, Command what) {

        boolean inForce() {
            return scope.isAttached()
                    && !scope.getElement().getNode().isInert()
                    && scope.getElement().getNode().isVisible()
                    && seen(scope);
        }

        private static boolean seen(Component scope) {
            return scope.isVisible() && scope.getParent().map(Binding::seen).orElse(true);
        }
    }

    /** @param maps where people's own keys are kept; null in a window without an application */
    Keyboard(@Nullable KeyMap maps) {
        this.maps = maps;
        listen();
    }

    static Keyboard of(UI ui) {
        Keyboard keyboard = ComponentUtil.getData(ui, Keyboard.class);
        return keyboard == null ? start(ui, null) : keyboard;
    }

    static Keyboard start(UI ui, @Nullable KeyMap maps) {
        Keyboard keyboard = new Keyboard(maps);
        ComponentUtil.setData(ui, Keyboard.class, keyboard);
        ui.getElement().appendChild(keyboard.getElement());
        return keyboard;
    }

    String bind(Component scope, Act act, Command what) {
        String id = "k" + count++;
        bindings.put(id, new Binding(scope, act, what));
        tell(id);
        return id;
    }

    void release(String id) {
        bindings.remove(id);
        getElement().callJsFunction("release", id);
    }

    /** After the user's keys have changed. */
    void reload() {
        map = null;
        bindings.keySet().forEach(this::tell);
    }

    private void tell(String id) {
        Binding binding = bindings.get(id);
        getElement().callJsFunction(
                "bind",
                id,
                binding.act().name(),
                keys(binding.act()).keys(),
                binding.act().group().inside(),
                binding.scope().getElement());
    }

    Combination keys(Act act) {
        return map().getOrDefault(act, Combination.NONE);
    }

    Map<Act, Combination> map() {
        if (map == null) {
            Optional<CurrentUser> user = CurrentUser.find();
            map = maps == null || user.isEmpty() ? KeyMap.usual() : maps.of(user.get().login());
        }
        return map;
    }

    /** What can be done on this screen now. */
    List<Act> inForce() {
        return bindings.values().stream()
                .filter(Binding::inForce)
                .map(Binding::act)
                .distinct()
                .sorted()
                .toList();
    }

    /** Presses the key of an act without a browser. */
    void press(Act act) {
        List<String> ids = new ArrayList<>();
        bindings.forEach((id, binding) -> {
            if (binding.act() == act && binding.inForce()) {
                ids.add(id);
            }
        });
        if (!ids.isEmpty()) {
            press(ids.get(ids.size() - 1));
        }
    }

    /** A browser's event, so that what was typed just before is told before it. */
    private void listen() {
        getElement()
                .addEventListener("pressed", event -> press(event.getEventData().getString("event.detail.id")))
                .addEventData("event.detail.id")
                .allowInert();
    }

    void press(String id) {
        Binding binding = bindings.get(id);
        if (binding != null && binding.inForce()) {
            binding.what().execute();
        }
    }
}
