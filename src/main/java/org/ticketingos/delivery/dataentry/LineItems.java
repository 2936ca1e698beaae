package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the table of a document, and believes it only where arithmetic proves every row and their sum. */
final class LineItems {

    private static final Set<Label> HEADER = Set.of(Label.DESCRIPTION, Label.QUANTITY, Label.PRICE, Label.AMOUNT);
    private static final Set<Label> END = Set.of(Label.NET, Label.TOTAL, Label.TAX);

    private LineItems() {}

    /** The proven rows, or none. @param sums what they may add up to: net, or the total where there is no tax */
    static List<LineItem> proven(Sheet sheet, List<Spot> spots, List<BigDecimal> sums) {
        int header = header(sheet);
        if (header < 0) {
            return List.of();
        }
        Map<Integer, List<Spot>> byRow = spots.stream().collect(Collectors.groupingBy(Spot::row));
        List<LineItem> items = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int r = header + 1; r < sheet.rows().size(); r++) {
            if (sheet.marks(r).stream().anyMatch(mark -> END.contains(mark.label()) && mark.first() == 0)
                    || ends(sheet, r)) {
                break;
            }
            List<Spot> amounts = byRow.getOrDefault(r, List.of());
            if (amounts.size() < 3) {
                continue;
            }
            LineItem item = item(sheet.rows().get(r), amounts);
            if (item == null) {
                return List.of();
            }
            items.add(item);
            sum = sum.add(new BigDecimal(item.amount()));
        }
        BigDecimal printed = sum;
        return sums.stream().anyMatch(expected -> expected.compareTo(printed) == 0) ? items : List.of();
    }

    private static boolean ends(Sheet sheet, int row) {
        return sheet.marks(row).stream().anyMatch(mark -> END.contains(mark.label()) && mark.isStrong());
    }

    private static int header(Sheet sheet) {
        for (int r = 0; r < sheet.rows().size(); r++) {
            long columns = sheet.marks(r).stream().map(Label.Mark::label).filter(HEADER::contains).distinct().count();
            if (columns >= 3) {
                return r;
            }
        }
        return -1;
    }

    private static @Nullable LineItem item(Row row, List<Spot> amounts) {
        for (int a = amounts.size() - 1; a >= 2; a--) {
            BigDecimal amount = amounts.get(a).value();
            for (int p = a - 1; p >= 1; p--) {
                for (int q = p - 1; q >= 0; q--) {
                    BigDecimal product = amounts.get(p).value().multiply(amounts.get(q).value())
                            .setScale(2, RoundingMode.HALF_UP);
                    if (product.compareTo(amount) == 0 && amount.signum() > 0) {
                        return item(row, amounts.get(q), amounts.get(p), amount);
                    }
                }
            }
        }
        return null;
    }

    private static LineItem item(Row row, Spot quantity, Spot price, BigDecimal amount) {
        int first = row.words().get(0).text().matches("\\d{1,3}[.)]?") && quantity.position() > 1 ? 1 : 0;
        String description = quantity.position() > first ? row.text(first, quantity.position() - 1) : "";
        return new LineItem(
                description,
                quantity.value().stripTrailingZeros().toPlainString(),
                price.value().toPlainString(),
                amount.toPlainString());
    }
}
