package org.ticketingos.ui.shell;

/** How urgent something looks; words always say the same, colour never stands alone. */
public enum Tone {
    PLAIN(""),
    ACCENT("accent"),
    INFO("info"),
    OK("ok"),
    WARN("warn"),
    BAD("bad");

    private final String style;

    Tone(String style) {
        this.style = style;
    }

    String style() {
        return style;
    }
}
