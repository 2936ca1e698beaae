package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.Optional;
import org.ticketingos.language.Phrases;

/** Says phrases in the language of whoever sits in front of this window. */
public final class Tongue {

    private Tongue() {}

    /** The language of this window; English where there is no window. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null || ui.getLocale() == null ? Locale.ENGLISH : Phrases.nearest(ui.getLocale());
    }

    public static String say(String key, Object... values) {
        return Phrases.say(locale(), key, values);
    }

    public static Optional<String> find(String key) {
        return Phrases.find(locale(), key);
    }

    /** The phrase for so many, with the number. */
    public static String count(String key, long number) {
        return Phrases.count(locale(), key, number);
    }
}
