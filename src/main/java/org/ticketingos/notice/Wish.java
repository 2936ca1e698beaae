package org.ticketingos.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told by mail; the bell rings in any case.
 *
 * @param quietFrom no mail from this local time until {@code quietUntil}, also over midnight; null: always
 */
public record Wish(Mail mail, @Nullable LocalTime quietFrom, @Nullable LocalTime quietUntil, ZoneId zone) {

    /** When the daily mail goes out: at the beginning of a day's work. */
    static final LocalTime MORNING = LocalTime.of(8, 0);

    /** How soon what is unread goes out as a mail. */
    public enum Mail {
        AT_ONCE,
        HOURLY,
        DAILY,
        NEVER
    }

    static Wish unspoken(ZoneId zone) {
        return new Wish(Mail.DAILY, null, null, zone);
    }

    /** When a mail about something that old may leave; null for never. A pure function. */
    @Nullable Instant mailAt(Instant oldest) {
        Instant wished = switch (mail) {
            case AT_ONCE -> oldest;
            case HOURLY -> oldest.plus(Duration.ofHours(1));
            case DAILY -> morningAfter(oldest);
            case NEVER -> null;
        };
        return wished == null ? null : afterQuiet(wished);
    }

    private Instant morningAfter(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        ZonedDateTime morning = local.toLocalDate().atTime(MORNING).atZone(zone);
        return (morning.isAfter(local) ? morning : morning.plusDays(1)).toInstant();
    }

    Instant afterQuiet(Instant at) {
        if (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil)) {
            return at;
        }
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overMidnight = quietUntil.isBefore(quietFrom);
        boolean quiet = overMidnight
                ? !time.isBefore(quietFrom) || time.isBefore(quietUntil)
                : !time.isBefore(quietFrom) && time.isBefore(quietUntil);
        if (!quiet) {
            return at;
        }
        ZonedDateTime end = local.toLocalDate().atTime(quietUntil).atZone(zone);
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }
}
