package org.ticketingos.language;

import java.util.Locale;

/** Something that cannot be done as asked, with the reason as a phrase that each reader gets in the own language. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    public Refused(String key, Object... values) {
        super(Phrases.say(Locale.ENGLISH, key, values));
        this.key = key;
        this.values = values.clone();
    }

    public String in(Locale reader) {
        return values == null ? String.valueOf(getMessage()) : Phrases.say(reader, key, values);
    }
}
