package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ticketingos.document.Word;

/**
 * An amount where it is printed.
 *
 * @param position of its word in its row
 * @param decimals whether it is printed with decimals
 * @param name what the label beside or above calls it
 */
record Spot(
        int row,
        int position,
        BigDecimal value,
        boolean decimals,
        boolean repaired,
        Sheet.@Nullable Name name,
        Row.Place place) {

    private static final Set<String> POINT_COUNTRIES = Set.of(
            "IN", "US", "GB", "IE", "AU", "NZ", "SG", "MY", "PH", "AE", "CA", "JP", "CH", "HK");
    private static final Set<String> COMMA_COUNTRIES = Set.of(
            "DE", "AT", "FR", "IT", "ES", "NL", "BE", "PT", "PL", "SE", "DK", "FI", "NO", "BR", "ID");

    boolean is(Label label) {
        return name != null && name.label() == label;
    }

    /** Whether its label stands next to it. */
    boolean isDirectly(Label label) {
        return is(label) && Optional.ofNullable(name).map(Sheet.Name::direct).orElse(false);
    }

    /** All amounts of a sheet; the decimal mark is the page's own, else the country's. */
    static List<Spot> of(Sheet sheet, String country) {
        Amounts.Decimals decimals = decimals(sheet, country);
        List<Spot> spots = new ArrayList<>();
        for (int r = 0; r < sheet.rows().size(); r++) {
            List<Word> words = sheet.rows().get(r).words();
            for (int w = 0; w < words.size(); w++) {
                String text = words.get(w).text();
                if (text.endsWith("%") || !Dates.find(text, false).isEmpty()) {
                    continue;
                }
                List<Amounts.Amount> read = Amounts.read(text, decimals);
                if (!read.isEmpty() && read.get(0).value().scale() <= 2) {
                    spots.add(new Spot(
                            r, w, read.get(0).value().setScale(2), read.get(0).value().scale() == 2,
                            read.get(0).repaired(),
                            sheet.nameOf(r, w, w).orElse(null), sheet.rows().get(r).place(w, w)));
                }
            }
        }
        return spots;
    }

    private static Amounts.Decimals decimals(Sheet sheet, String country) {
        long points = printed(sheet, ".*\\d\\.\\d{2}\\D*");
        long commas = printed(sheet, ".*\\d,\\d{2}\\D*");
        if (points != commas) {
            return points > commas ? Amounts.Decimals.POINT : Amounts.Decimals.COMMA;
        }
        return usual(country);
    }

    /** The decimal mark of a country. */
    static Amounts.Decimals usual(String country) {
        if (POINT_COUNTRIES.contains(country)) {
            return Amounts.Decimals.POINT;
        }
        return COMMA_COUNTRIES.contains(country) ? Amounts.Decimals.COMMA : Amounts.Decimals.UNKNOWN;
    }

    private static long printed(Sheet sheet, String shape) {
        return sheet.rows().stream()
                .flatMap(row -> row.words().stream())
                .filter(word -> word.text().matches(shape) && !Amounts.read(word.text()).isEmpty())
                .count();
    }
}
