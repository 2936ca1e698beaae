package org.ticketingos.ui.settings;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ticketingos.client.WorkCalendar.Block;
import org.ticketingos.ticket.TicketRefused;

/** Hours of a week as people write them: {@code 09:00-13:00, 14:00-18:00}; {@code 22:00-06:00} ends on the next day. */
final class WeekText {

    private WeekText() {}

    static List<Block> read(DayOfWeek day, String text) {
        return Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(span -> !span.isEmpty())
                .map(span -> block(day, span))
                .toList();
    }

    private static Block block(DayOfWeek day, String span) {
        String[] ends = span.split("\\s*[-–]\\s*");
        try {
            if (ends.length == 2) {
                return new Block(day, time(ends[0]), time(ends[1]));
            }
        } catch (DateTimeParseException e) {
            // refused below, with what was typed
        }
        throw new TicketRefused("%s: write \"%s\" as hours such as 09:00-13:00, 14:00-18:00; 00:00-24:00 is the whole day."
                .formatted(name(day), span));
    }

    private static LocalTime time(String text) {
        String full = text.strip();
        if (full.equals("24:00") || full.equals("24")) {
            return LocalTime.MIDNIGHT;
        }
        full = full.matches("\\d{1,2}") ? full + ":00" : full;
        return LocalTime.parse(full.length() == 4 ? "0" + full : full);
    }

    static String write(DayOfWeek day, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.day() == day)
                .sorted(Comparator.comparing(Block::opens))
                .map(block -> block.opens() + "-"
                        + (block.closes().equals(LocalTime.MIDNIGHT) ? "24:00" : block.closes()))
                .collect(Collectors.joining(", "));
    }

    /** Days of the same hours together: {@code Mon–Fri 09:00-18:00; Sat 09:00-13:00}. */
    static String summary(List<Block> blocks) {
        List<String> parts = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int from = 0; from < days.length; ) {
            String hours = write(days[from], blocks);
            int to = from;
            while (to + 1 < days.length && write(days[to + 1], blocks).equals(hours)) {
                to++;
            }
            if (!hours.isEmpty()) {
                parts.add(small(days[from]) + (to > from ? "–" + small(days[to]) : "") + " " + hours);
            }
            from = to + 1;
        }
        return String.join("; ", parts);
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String small(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
