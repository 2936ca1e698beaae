package org.ticketingos.client;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Public holidays of many countries, to be proposed: an administrator ticks what we really close for. */
@Component
public class PublicHolidays {

    /** ISO 3166 code in small letters and English name, by name. */
    public Map<String, String> countries() {
        return byName(HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.length() == 2)
                .map(code -> code.toLowerCase(Locale.ROOT))
                .collect(Collectors.toMap(code -> code, PublicHolidays::name)));
    }

    /** The states or regions of a country that have holidays of their own, by name; empty when none is known. */
    public Map<String, String> parts(String country) {
        Map<String, String> parts = new TreeMap<>();
        manager(country).getCalendarHierarchy().getChildren().values().forEach((CalendarHierarchy part) ->
                parts.put(part.getId(), part.getDescription(Locale.ENGLISH)));
        return byName(parts);
    }

    /**
     * The days of one year, in order, on the list of the country.
     *
     * @param part code of a state or region whose own days come in addition; null for none
     */
    public List<Holiday> of(String country, @Nullable String part, Year year) {
        String[] where = part == null ? new String[0] : new String[] {part};
        Map<LocalDate, String> days = new TreeMap<>();
        manager(country).getHolidays(year, where).forEach(holiday ->
                days.merge(holiday.getDate(), holiday.getDescription(Locale.ENGLISH), (one, other) -> one + ", " + other));
        return days.entrySet().stream()
                .map(day -> new Holiday(day.getKey(), day.getValue(), HolidayList.COUNTRY))
                .toList();
    }

    private HolidayManager manager(String country) {
        if (!countries().containsKey(country)) {
            throw new IllegalArgumentException("no holidays are known of " + country);
        }
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }

    private static String name(String code) {
        return new Locale.Builder().setRegion(code.toUpperCase(Locale.ROOT)).build().getDisplayCountry(Locale.ENGLISH);
    }

    private static Map<String, String> byName(Map<String, String> names) {
        Map<String, String> sorted = new LinkedHashMap<>();
        names.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }
}
