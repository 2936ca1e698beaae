package org.ticketingos.ui.shell;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Preferences;

/** Which key does what for each person; only what differs from the usual is stored. */
@Component
class KeyMap {

    private static final String PREFERENCE = "key.";

    private final Preferences preferences;

    KeyMap(Preferences preferences) {
        this.preferences = preferences;
    }

    static Map<Act, Combination> usual() {
        Map<Act, Combination> usual = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            usual.put(act, act.usual());
        }
        return usual;
    }

    Map<Act, Combination> of(String login) {
        Map<Act, Combination> map = usual();
        preferences.all(login, PREFERENCE).forEach((name, keys) -> Arrays.stream(Act.values())
                .filter(act -> act.name().equals(name))
                .forEach(act -> map.put(act, new Combination(keys))));
        return map;
    }

    /** What a new key would collide with. */
    static List<Act> conflicts(Map<Act, Combination> map, Act act, Combination keys) {
        return map.entrySet().stream()
                .filter(other -> other.getKey() != act)
                .filter(other -> other.getKey().group().meets(act.group()))
                .filter(other -> other.getValue().meets(keys))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Keeps a key, unless it cannot be one; whatever had it before has none then. */
    Optional<String> change(String login, Act act, Combination keys) {
        Optional<String> refusal = keys.isNone() ? Optional.empty() : keys.refusal(act);
        if (refusal.isEmpty()) {
            conflicts(of(login), act, keys).forEach(other -> keep(login, other, Combination.NONE));
            keep(login, act, keys);
        }
        return refusal;
    }

    void keep(String login, Act act, Combination keys) {
        if (keys.equals(act.usual())) {
            preferences.remove(login, PREFERENCE + act.name());
        } else {
            preferences.put(login, PREFERENCE + act.name(), keys.keys());
        }
    }

    void keepAll(String login, Map<Act, Combination> map) {
        map.forEach((act, keys) -> keep(login, act, keys));
    }
}
