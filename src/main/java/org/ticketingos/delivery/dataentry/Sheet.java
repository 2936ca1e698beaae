package org.ticketingos.delivery.dataentry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ticketingos.document.Text;

/** A document laid out in rows, each with the labels printed in it. */
final class Sheet {

    /** A label farther above than this many line heights names something else. */
    private static final double REACH_IN_HEIGHTS = 4.5;

    private static final String FILLER =
            "[@:=.\\-|]*|\\(?@?\\d{1,2}(\\.\\d)?\\)?:?|\\(?@?\\d{1,2}(\\.\\d{1,3})?\\s*%\\)?:?|"
            + "percent|pct|is|of|inr|rs\\.?|usd|eur|gbp|₹|\\$|€|£|rm|myr|\\((rm|inr|rs|usd|eur)\\.?\\)";

    private final List<Row> rows;
    private final List<List<Label.Mark>> marks = new ArrayList<>();

    Sheet(Text text) {
        this.rows = Row.of(text);
        rows.forEach(row -> marks.add(Label.marks(row)));
    }

    List<Row> rows() {
        return rows;
    }

    List<Label.Mark> marks(int row) {
        return marks.get(row);
    }

    /**
     * How a value is named.
     *
     * @param direct nothing but fill words stand between
     */
    record Name(Label label, String phrase, boolean left, boolean direct, boolean strong) {

        String evidence() {
            return (left ? "after \"" : "below \"") + phrase + "\"";
        }
    }

    /** The label of the words from first to last of a row: directly left, else above, else farther left. */
    Optional<Name> nameOf(int row, int first, int last) {
        Optional<Name> left = left(row, first);
        if (left.isPresent() && left.get().direct) {
            return left;
        }
        Optional<Name> above = above(row, first, last);
        return above.isPresent() ? above : left;
    }

    /** Whether the words themselves are a label. */
    boolean isLabel(int row, int first, int last) {
        return marks.get(row).stream().anyMatch(mark -> mark.first() <= first && last <= mark.last());
    }

    private Optional<Name> left(int row, int first) {
        Optional<Label.Mark> nearest = marks.get(row).stream()
                .filter(mark -> mark.last() < first)
                .reduce((one, next) -> next);
        return nearest.map(mark -> {
            boolean direct = true;
            for (int i = mark.last() + 1; i < first; i++) {
                direct &= rows.get(row).words().get(i).text().toLowerCase(Locale.ROOT).matches(FILLER);
            }
            return new Name(mark.label(), mark.phrase(), true, direct, mark.isStrong());
        });
    }

    private Optional<Name> above(int row, int first, int last) {
        Row own = rows.get(row);
        Row.Place place = own.place(first, last);
        for (int i = row - 1; i >= 0 && i >= row - 4; i--) {
            Row other = rows.get(i);
            if (other.page() != own.page() || own.top() - other.top() > REACH_IN_HEIGHTS * own.height()) {
                return Optional.empty();
            }
            for (Label.Mark mark : marks.get(i)) {
                boolean headsColumn = ownColumn(other, mark);
                if (headsColumn && place.below(mark.place())) {
                    return Optional.of(new Name(mark.label(), mark.phrase(), false, true, mark.isStrong()));
                }
            }
        }
        return Optional.empty();
    }

    /** A label with its value at its right does not name what stands below. */
    private static boolean ownColumn(Row row, Label.Mark mark) {
        for (int[] column : row.columns()) {
            if (column[0] <= mark.first() && mark.last() <= column[1]) {
                return column[1] == mark.last();
            }
        }
        return false;
    }
}
