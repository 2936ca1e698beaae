package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Points in time and spans of time in words, in the zone of the browser. */
public final class Moments {

    private static final String FULL = "d MMM yyyy, HH:mm";
    private static final String NEAR = "EEE d MMM, HH:mm";
    private static final String DAY = "d MMM yyyy";
    private static final String TIME = "HH:mm";

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
        return in(DAY).format(day);
    }

    public static String at(@Nullable Instant instant) {
        return instant == null ? "" : in(FULL).format(instant.atZone(zone()));
    }

    /** The time of day alone: for what is of today. */
    public static String time(Instant instant) {
        return in(TIME).format(instant.atZone(zone()));
    }

    /** Without the year: for what is near. */
    public static String near(@Nullable Instant instant) {
        return instant == null ? "" : in(NEAR).format(instant.atZone(zone()));
    }

    /** How long ago, roughly. */
    public static String ago(Instant instant, Instant now) {
        Duration span = Duration.between(instant, now);
        if (span.toMinutes() < 1) {
            return say("shell.ago.now");
        }
        if (span.toHours() < 1) {
            return say("shell.ago.minutes", span.toMinutes());
        }
        if (span.toDays() < 1) {
            return say("shell.ago.hours", span.toHours());
        }
        return span.toDays() < 14 ? say("shell.ago.days", span.toDays()) : day(instant.atZone(zone()).toLocalDate());
    }

    /** For how long, roughly. */
    public static String since(Instant instant, Instant now) {
        Duration span = Duration.between(instant, now);
        return span.toDays() >= 1 ? Words.count(span.toDays(), "day")
                : span.toHours() >= 1 ? say("shell.span.hours", span.toHours())
                : say("shell.span.minutes", Math.max(0, span.toMinutes()));
    }

    /** Dates typed and shown as everywhere else on the screens; day first where only numbers are typed. */
    public static DatePicker.DatePickerI18n dates() {
        return new DatePicker.DatePickerI18n().setDateFormats("d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd");
    }

    /** {@code November 2026}. */
    public static String month(YearMonth month) {
        return in("MMMM yyyy").format(month);
    }

    /** {@code 3 h 05 min}; never days, because a business day has no fixed length. */
    public static String span(Duration span) {
        long minutes = span.abs().toMinutes();
        if (minutes < 60) {
            return say("shell.span.minutes", minutes);
        }
        return minutes % 60 == 0
                ? say("shell.span.hours", minutes / 60)
                : say("shell.span.both", minutes / 60, "%02d".formatted(minutes % 60));
    }

    private static DateTimeFormatter in(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Tongue.locale());
    }
}
