package org.ticketingos.language;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Books of phrases. What stands before the first dot of a key names the book ({@code texts/portal.properties}), the
 * whole key the phrase; {@code {0}}, {@code {1}} are filled in. Where a translation is missing English serves.
 */
public final class Phrases {

    /** What can be chosen; English is complete. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("hi"));

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Phrases() {}

    /** The language of {@link #LANGUAGES} nearest to what a reader prefers. */
    public static Locale nearest(Locale wanted) {
        return LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    public static String say(Locale reader, String key, Object... values) {
        return find(reader, key, values).orElse(key);
    }

    /** {@code key.one} for one, {@code key.many} for any other number; {0} is the number. */
    public static String count(Locale reader, String key, long number) {
        return say(reader, key + (number == 1 ? ".one" : ".many"), number);
    }

    public static Optional<String> find(Locale reader, String key, Object... values) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(filled(
                    ResourceBundle.getBundle("texts." + key.substring(0, dot), reader, NO_FALLBACK).getString(key),
                    values));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** In one pass, so that what is filled in is never read as a place to fill. */
    private static String filled(String phrase, Object... values) {
        if (values.length == 0) {
            return phrase;
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', open + 1)) {
            int close = phrase.indexOf('}', open);
            String number = close < 0 ? "" : phrase.substring(open + 1, close);
            if (number.matches("\\d") && Integer.parseInt(number) < values.length) {
                text.append(phrase, from, open).append(values[Integer.parseInt(number)]);
                from = close + 1;
            }
        }
        return text.append(phrase, from, phrase.length()).toString();
    }
}
