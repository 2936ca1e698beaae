package org.ticketingos.client;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ticketingos.client.WorkCalendar.Block;
import org.ticketingos.client.WorkCalendar.Version;

/** The hours and holidays a calendar has or shall have from a local day on. */
public record CalendarPlan(LocalDate from, List<Block> blocks, List<Holiday> holidays) {

    private static final long DAY = 24L * 60;
    private static final long WEEK = 7 * DAY;
    private static final int MOST_BLOCKS = 70;
    private static final int MOST_HOLIDAYS = 2000;
    private static final int LONGEST_NAME = 100;

    /** What counts: a day that stands on several lists is closed once. */
    public Version version() {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        holidays.forEach(holiday -> days.merge(holiday.day(), holiday.name(), (one, other) -> one));
        return new Version(from, blocks, days);
    }

    /** The calendar as it would be with this plan. */
    public WorkCalendar in(WorkCalendar calendar) {
        List<Version> versions = new ArrayList<>(calendar.versions().stream()
                .filter(version -> !version.from().equals(from))
                .toList());
        versions.add(version());
        return new WorkCalendar(calendar.id(), calendar.name(), calendar.zone(), versions);
    }

    /** Why nobody could work with it, in a sentence; empty when all is well. */
    public Optional<String> fault() {
        if (blocks.isEmpty()) {
            return Optional.of("A calendar that never opens makes no promise: give at least one day its hours.");
        }
        if (blocks.size() > MOST_BLOCKS) {
            return Optional.of("A week has at most %d blocks.".formatted(MOST_BLOCKS));
        }
        if (holidays.size() > MOST_HOLIDAYS) {
            return Optional.of("A calendar has at most %d holidays.".formatted(MOST_HOLIDAYS));
        }
        for (Holiday holiday : holidays) {
            if (holiday.name().isBlank() || holiday.name().length() > LONGEST_NAME) {
                return Optional.of("Name the holiday on %s, in at most %d characters."
                        .formatted(holiday.day(), LONGEST_NAME));
            }
        }
        long distinct = holidays.stream().map(holiday -> holiday.day() + holiday.list().name()).distinct().count();
        return distinct < holidays.size()
                ? Optional.of("A list names each day once.")
                : overlap();
    }

    private Optional<String> overlap() {
        List<Block> week = blocks.stream().sorted(Comparator.comparingLong(CalendarPlan::opens)).toList();
        for (int i = 0; i < week.size(); i++) {
            Block block = week.get(i);
            Block next = week.get((i + 1) % week.size());
            long nextOpens = opens(next) + (i + 1 == week.size() ? WEEK : 0);
            if (opens(block) + length(block) > nextOpens) {
                return Optional.of("The hours %s and %s overlap.".formatted(words(block), words(next)));
            }
        }
        return Optional.empty();
    }

    private static long opens(Block block) {
        return (block.day().getValue() - 1) * DAY + block.opens().toSecondOfDay() / 60;
    }

    private static long length(Block block) {
        long minutes = (block.closes().toSecondOfDay() - block.opens().toSecondOfDay()) / 60;
        return minutes > 0 ? minutes : minutes + DAY;
    }

    private static String words(Block block) {
        return "%s %s-%s".formatted(
                block.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                block.opens(), block.closes());
    }
}
