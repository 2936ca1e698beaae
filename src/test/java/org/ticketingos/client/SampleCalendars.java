package org.ticketingos.client;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ticketingos.client.WorkCalendar.Block;

/** The calendars K1 to K5 of the worked examples for clocks. */
public final class SampleCalendars {

    public static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
    private static final Map<LocalDate, String> REPUBLIC_DAY = Map.of(LocalDate.of(2026, 1, 26), "Republic Day");

    public static final WorkCalendar K1 = WorkCalendar.of(
            "K1", "Kolkata office", KOLKATA, week(WEEKDAYS, "09:00-13:00", "14:00-18:00"), REPUBLIC_DAY);
    public static final WorkCalendar K2 = WorkCalendar.of(
            "K2", "Berlin office", BERLIN, week(WEEKDAYS, "08:00-12:00", "14:00-17:00"), Map.of());
    public static final WorkCalendar K3 =
            WorkCalendar.of("K3", "New York around the clock", NEW_YORK, week(DAILY, "00:00-00:00"), Map.of());
    public static final WorkCalendar K4 =
            WorkCalendar.of("K4", "Kolkata night", KOLKATA, week(WEEKDAYS, "22:00-06:00"), Map.of());
    public static final WorkCalendar K4H =
            WorkCalendar.of("K4h", "Kolkata night", KOLKATA, week(WEEKDAYS, "22:00-06:00"), REPUBLIC_DAY);
    public static final WorkCalendar K5 =
            WorkCalendar.of("K5", "New York small hours", NEW_YORK, week(DAILY, "01:00-05:00"), Map.of());

    private SampleCalendars() {}

    public static List<Block> week(Set<DayOfWeek> days, String... hours) {
        List<Block> blocks = new ArrayList<>();
        for (DayOfWeek day : days) {
            for (String span : hours) {
                String[] ends = span.split("-");
                blocks.add(new Block(day, LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
            }
        }
        return blocks;
    }
}
