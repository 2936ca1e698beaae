package org.ticketingos.ticket;

import java.util.Locale;

/** What an event is called outside Java: {@code PaperRead} is {@code paper-read} in the history and in diagrams. */
public final class EventName {

    private EventName() {}

    public static String of(Class<?> event) {
        return of(event.getSimpleName());
    }

    /** @param type simple name of the event's class */
    public static String of(String type) {
        return type.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
