package org.ticketingos.client;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The business hours a promise counts on: half-open UTC intervals made of local-time blocks, holidays and a time zone.
 * Never edited, only superseded: each instant counts by the version that holds at that instant.
 *
 * @param versions the earliest first; before the first one the calendar is closed
 */
public record WorkCalendar(String id, String name, ZoneId zone, List<Version> versions) {

    public WorkCalendar {
        versions = versions.stream().sorted(Comparator.comparing(Version::from)).toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("calendar " + id + " has no version");
        }
        if (versions.stream().map(Version::from).distinct().count() < versions.size()) {
            throw new IllegalArgumentException("calendar " + id + " has two versions from the same day");
        }
    }

    /** A calendar with one version that holds since ever. */
    public static WorkCalendar of(
            String id, String name, ZoneId zone, List<Block> blocks, Map<LocalDate, String> holidays) {
        return new WorkCalendar(id, name, zone, List.of(new Version(Version.SINCE_EVER, blocks, holidays)));
    }

    /** Business time within {@code [from, to)}; zero when {@code to} is not after {@code from}. */
    public Duration elapsed(Instant from, Instant to) {
        return open(from, to).stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The first instant at which that much business time has passed since {@code from}. */
    public Instant add(Instant from, Duration business) {
        if (business.isNegative()) {
            throw new IllegalArgumentException("cannot add a negative duration: " + business);
        }
        Duration left = business;
        Instant cursor = from;
        for (LocalDate day = dayBefore(from); !left.isZero(); day = day.plusDays(1)) {
            for (Interval open : openedOn(day)) {
                Interval rest = open.since(cursor);
                if (rest.isEmpty()) {
                    continue;
                }
                if (rest.length().compareTo(left) >= 0) {
                    return rest.from().plus(left);
                }
                left = left.minus(rest.length());
                cursor = rest.to();
            }
        }
        return cursor;
    }

    /** The last instant from which so much business time passes until {@code to}; the first opening ever, at worst. */
    public Instant subtract(Instant to, Duration business) {
        if (business.isNegative()) {
            throw new IllegalArgumentException("cannot subtract a negative duration: " + business);
        }
        Instant ever = start(versions.get(0));
        for (Duration window = Duration.ofDays(8); ; window = window.multipliedBy(2)) {
            Instant from = to.minus(window);
            Duration surplus = elapsed(from, to).minus(business);
            if (!surplus.isNegative()) {
                return open(add(from, surplus), to).stream().findFirst().map(Interval::from).orElse(to);
            }
            if (from.isBefore(ever)) {
                return ever;
            }
        }
    }

    /** Close of the n-th business day after an instant; the day of the instant does not count. Zero days: the instant. */
    public Instant closeOfBusinessDay(Instant after, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("cannot count " + days + " business days");
        }
        Instant close = after;
        LocalDate day = after.atZone(zone).toLocalDate();
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            List<Interval> opened = openedOn(day);
            if (!opened.isEmpty()) {
                counted++;
                close = opened.stream().map(Interval::to).max(Comparator.naturalOrder()).orElseThrow();
            }
        }
        return close;
    }

    /** The version that holds at an instant; the first one before it holds. */
    public Version at(Instant instant) {
        Version held = versions.get(0);
        for (Version version : versions) {
            held = start(version).isAfter(instant) ? held : version;
        }
        return held;
    }

    public boolean isOpen(Instant at) {
        return !open(at, at.plusNanos(1)).isEmpty();
    }

    /** The business intervals within {@code [from, to)}, in order, none touching another. */
    public List<Interval> open(Instant from, Instant to) {
        List<Interval> union = new ArrayList<>();
        if (!from.isBefore(to)) {
            return union;
        }
        LocalDate last = to.atZone(zone).toLocalDate();
        Instant cursor = from;
        for (LocalDate day = dayBefore(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Interval opened : openedOn(day)) {
                Interval part = opened.since(cursor).until(to);
                if (part.isEmpty()) {
                    continue;
                }
                int end = union.size() - 1;
                if (end >= 0 && union.get(end).to().equals(part.from())) {
                    union.set(end, new Interval(union.get(end).from(), part.to()));
                } else {
                    union.add(part);
                }
                cursor = part.to();
            }
        }
        return union;
    }

    /** A block of yesterday may run over midnight. */
    private LocalDate dayBefore(Instant from) {
        LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
        LocalDate first = versions.get(0).from().minusDays(1);
        return day.isBefore(first) ? first : day;
    }

    /** What opens on a day, each version cut to the time it holds; in order of opening. */
    private List<Interval> openedOn(LocalDate day) {
        List<Interval> opened = new ArrayList<>();
        for (int n = 0; n < versions.size(); n++) {
            Version version = versions.get(n);
            Version next = n + 1 < versions.size() ? versions.get(n + 1) : null;
            if (next != null && day.isAfter(next.from()) || day.isBefore(version.from().minusDays(1))) {
                continue;
            }
            for (Block block : version.on(day)) {
                Interval whole = block.on(day, zone).since(start(version));
                Interval held = next == null ? whole : whole.until(start(next));
                if (!held.isEmpty()) {
                    opened.add(held);
                }
            }
        }
        opened.sort(Comparator.comparing(Interval::from));
        return opened;
    }

    private Instant start(Version version) {
        return version.from().atStartOfDay(zone).toInstant();
    }

    /**
     * The hours that hold from a local day until the next version begins.
     *
     * @param blocks the week; several a day are fine
     * @param holidays days on which no block opens, with their names
     */
    public record Version(LocalDate from, List<Block> blocks, Map<LocalDate, String> holidays) {

        /** Early enough for every ticket. */
        public static final LocalDate SINCE_EVER = LocalDate.of(2000, 1, 1);

        public Version {
            blocks = List.copyOf(blocks);
            holidays = Map.copyOf(holidays);
            if (blocks.isEmpty()) {
                throw new IllegalArgumentException("a calendar that never opens makes no promise: give it a block");
            }
        }

        List<Block> on(LocalDate day) {
            return holidays.containsKey(day)
                    ? List.of()
                    : blocks.stream().filter(block -> block.day() == day.getDayOfWeek()).toList();
        }
    }

    /**
     * Open every week from a local time to another; it belongs to the day it opens.
     *
     * @param closes at or before {@code opens} means on the next day; equal means a whole day
     */
    public record Block(DayOfWeek day, LocalTime opens, LocalTime closes) {

        Interval on(LocalDate date, ZoneId zone) {
            LocalDate closing = closes.isAfter(opens) ? date : date.plusDays(1);
            return new Interval(instant(date, opens, zone, false), instant(closing, closes, zone, true));
        }

        /** A time that does not exist is the jump itself; one that exists twice opens at the first, closes at the second. */
        private static Instant instant(LocalDate day, LocalTime time, ZoneId zone, boolean closing) {
            var local = day.atTime(time);
            var jump = zone.getRules().getTransition(local);
            if (jump == null) {
                return local.toInstant(zone.getRules().getOffset(local));
            }
            if (jump.isGap()) {
                return jump.getInstant();
            }
            return local.toInstant(closing ? jump.getOffsetAfter() : jump.getOffsetBefore());
        }
    }

    /** Time from an instant up to, not including, another. */
    public record Interval(Instant from, Instant to) {

        public Duration length() {
            return isEmpty() ? Duration.ZERO : Duration.between(from, to);
        }

        public boolean isEmpty() {
            return !from.isBefore(to);
        }

        Interval since(Instant start) {
            return start.isAfter(from) ? new Interval(start, to) : this;
        }

        Interval until(Instant end) {
            return end.isBefore(to) ? new Interval(from, end) : this;
        }
    }
}
