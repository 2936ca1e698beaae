package org.ticketingos.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keys pressed together, or two one after the other.
 *
 * @param keys {@code R}, {@code Ctrl+Enter}, {@code G I}; empty for none
 */
record Combination(String keys) {

    static final Combination NONE = new Combination("");

    private static final Pattern STROKE =
            Pattern.compile("(Ctrl\\+)?(Alt\\+)?(Shift\\+)?([!-~]|[A-Z][A-Za-z0-9]{1,20})");

    /** What browsers keep for themselves, or people expect from every page: tabs, windows, history, zoom, editing. */
    private static final Set<String> BROWSER = Set.of(
            "Ctrl+T", "Ctrl+W", "Ctrl+N", "Ctrl+Q", "Ctrl+Shift+T", "Ctrl+Shift+W", "Ctrl+Shift+N", "Ctrl+Shift+P",
            "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+PageUp", "Ctrl+PageDown", "Ctrl+F4", "Alt+F4", "Alt+Tab",
            "Ctrl+L", "Alt+D", "F6", "Ctrl+R", "Ctrl+Shift+R", "F5", "Ctrl+F5", "Ctrl+F", "F3", "Ctrl+G", "Ctrl+P",
            "Ctrl+H", "Ctrl+J", "Ctrl+D", "Ctrl+U", "Ctrl+O", "F1", "F10", "F11", "F12", "Ctrl+Shift+I",
            "Ctrl+Shift+J", "Ctrl+Shift+C", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Z", "Ctrl+Y",
            "Ctrl+Shift+Z", "Ctrl+Shift+V", "Ctrl+B", "Ctrl+I", "Ctrl+ArrowLeft", "Ctrl+ArrowRight",
            "Ctrl+Shift+ArrowLeft", "Ctrl+Shift+ArrowRight", "Ctrl+Backspace", "Ctrl+Delete", "Ctrl+Home",
            "Ctrl+End", "Alt+ArrowLeft", "Alt+ArrowRight", "Alt+Home", "Alt+E", "Alt+F", "Ctrl+Plus", "Ctrl+-",
            "Ctrl+=", "Ctrl+Escape", "Alt+Escape", "Alt+Space", "Alt+Enter");

    /** Keys that move and choose inside every control. */
    private static final Set<String> MOVING = Set.of(
            "Enter", "Tab", "Escape", "Space", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End",
            "PageUp", "PageDown", "Backspace", "Delete");

    boolean isNone() {
        return keys.isEmpty();
    }

    List<String> strokes() {
        return isNone() ? List.of() : List.of(keys.split(" "));
    }

    /** Works also while somebody types: with Ctrl or Alt, or a function key. */
    boolean whileTyping() {
        return !isNone() && strokes().stream().allMatch(stroke ->
                stroke.startsWith("Ctrl+") || stroke.startsWith("Alt+") || stroke.matches("F\\d{1,2}"));
    }

    /** Whether pressing one would also press the other, or wait for it. */
    boolean meets(Combination other) {
        return !isNone()
                && !other.isNone()
                && (keys.equals(other.keys)
                        || keys.startsWith(other.keys + " ")
                        || other.keys.startsWith(keys + " "));
    }

    /** Why these keys cannot do this; empty when they can. */
    Optional<String> refusal(Act act) {
        List<String> strokes = strokes();
        if (strokes.size() > 2 || !strokes.stream().allMatch(stroke -> STROKE.matcher(stroke).matches())) {
            return Optional.of("This is not a key that can be used.");
        }
        if (strokes.stream().anyMatch(stroke -> BROWSER.contains(stroke) || stroke.matches("Ctrl\\+\\d"))) {
            return Optional.of(text() + " belongs to the browser. Choose another key.");
        }
        if (strokes.stream().anyMatch(stroke -> MOVING.contains(stroke) && !keys.equals(act.usual().keys))) {
            return Optional.of(text() + " moves the cursor or presses buttons. Add Ctrl or Alt, or choose another key.");
        }
        return act.group().whileTyping() && !whileTyping()
                ? Optional.of("This is done while typing, so its key needs Ctrl or Alt.")
                : Optional.empty();
    }

    /** As people read it: {@code Alt + Page down}, {@code G then I}. */
    String text() {
        return strokes().stream().map(Combination::text).collect(Collectors.joining(" then "));
    }

    /** The keys one by one, as they stand on the keyboard. */
    static List<String> caps(String stroke) {
        if (stroke.endsWith("+")) {
            return List.of(stroke);
        }
        return Arrays.stream(stroke.split("\\+")).map(Combination::cap).toList();
    }

    private static String text(String stroke) {
        return String.join(" + ", caps(stroke));
    }

    private static String cap(String key) {
        return switch (key) {
            case "ArrowDown" -> "Down";
            case "ArrowUp" -> "Up";
            case "ArrowLeft" -> "Left";
            case "ArrowRight" -> "Right";
            case "PageDown" -> "Page down";
            case "PageUp" -> "Page up";
            case "Plus" -> "+";
            default -> key.length() == 1 ? key.toUpperCase(Locale.ROOT) : key;
        };
    }
}
