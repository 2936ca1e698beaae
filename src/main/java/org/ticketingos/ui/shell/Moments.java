package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time and spans of time in words, in the zone of the browser. */
public final class Moments {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter NEAR = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Moments() {}

    /** Asks the browser for its zone; until it has answered the server's zone serves. */
    static void learnZone(UI ui) {
        if (ui.getSession().getAttribute(ZoneId.class) == null) {
            ui.getPage()
                    .retrieveExtendedClientDetails(details -> ui.getSession()
                            .setAttribute(ZoneId.class, ZoneId.of(details.getTimeZoneId(), ZoneId.SHORT_IDS)));
        }
    }

    public static ZoneId zone() {
        VaadinSession session = VaadinSession.getCurrent();
        ZoneId known = session == null ? null : session.getAttribute(ZoneId.class);
        return known == null ? ZoneId.systemDefault() : known;
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String at(@Nullable Instant instant) {
        return instant == null ? "" : FULL.format(instant.atZone(zone()));
    }

    /** Without the year: for what is near. */
    public static String near(@Nullable Instant instant) {
        return instant == null ? "" : NEAR.format(instant.atZone(zone()));
    }

    /** How long ago, roughly. */
    public static String ago(Instant instant, Instant now) {
        Duration span = Duration.between(instant, now);
        if (span.toMinutes() < 1) {
            return "just now";
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min ago";
        }
        if (span.toDays() < 1) {
            return span.toHours() + " h ago";
        }
        return span.toDays() < 14 ? span.toDays() + " d ago" : day(instant.atZone(zone()).toLocalDate());
    }

    /** {@code 3 h 05 min}; never days, because a business day has no fixed length. */
    public static String span(Duration span) {
        long minutes = span.abs().toMinutes();
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }
}
