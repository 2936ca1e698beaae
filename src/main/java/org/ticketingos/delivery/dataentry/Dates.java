package org.ticketingos.delivery.dataentry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates in text: every day each of them may mean, the one usual in the country first. */
final class Dates {

    private static final String MONTH =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?i)(?<![a-z\\d])(\\d{1,2})(?:st|nd|rd|th)?[ ./-]{0,2}" + MONTH + "[ ,./-]{0,2}(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?i)(?<![a-z\\d])" + MONTH + "[ .-]{0,2}(\\d{1,2})(?:st|nd|rd|th)?,? ?(\\d{4})(?!\\d)");
    private static final List<String> MONTHS = List.of(
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Dates() {}

    /**
     * A date in a text.
     *
     * @param days one, or two where day and month could be swapped
     */
    record Found(int start, int end, List<LocalDate> days) {}

    /** Countries that write the month first; everybody else we know writes the day first. */
    static boolean monthFirst(String country) {
        return country.equals("US") || country.equals("PH");
    }

    static List<Found> find(String text, boolean monthFirst) {
        List<Found> found = new ArrayList<>();
        add(found, ISO.matcher(text), m -> one(day(m.group(1), m.group(2), m.group(3))));
        add(found, DAY_FIRST.matcher(text), m -> one(day(m.group(3), month(m.group(2)), m.group(1))));
        add(found, MONTH_FIRST.matcher(text), m -> one(day(m.group(3), month(m.group(1)), m.group(2))));
        add(found, NUMERIC.matcher(text), m -> {
            LocalDate usual = day(m.group(4), m.group(3), m.group(1));
            LocalDate american = day(m.group(4), m.group(1), m.group(3));
            List<LocalDate> days = new ArrayList<>(one(monthFirst ? american : usual));
            one(monthFirst ? usual : american).stream().filter(other -> !days.contains(other)).forEach(days::add);
            return days;
        });
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static void add(
            List<Found> found, Matcher matcher, Function<MatchResult, List<LocalDate>> read) {
        while (matcher.find()) {
            MatchResult match = matcher.toMatchResult();
            List<LocalDate> days = read.apply(match);
            boolean taken = found.stream().anyMatch(f -> match.start() < f.end() && f.start() < match.end());
            if (!days.isEmpty() && !taken) {
                found.add(new Found(match.start(), match.end(), List.copyOf(days)));
            }
        }
    }

    private static List<LocalDate> one(@Nullable LocalDate day) {
        return day == null ? List.of() : List.of(day);
    }

    private static String month(String word) {
        return String.valueOf(MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        int y = Integer.parseInt(year);
        try {
            return LocalDate.of(y < 100 ? 2000 + y : y, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
