package org.ticketingos.delivery.dataentry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.ticketingos.document.Page;
import org.ticketingos.document.Text;
import org.ticketingos.document.Word;

/**
 * Words that stand side by side on one page, left to right.
 *
 * @param page number of the page, from 1
 * @param aspect height of the page by its width; 1.414 for A4
 * @param ocr whether the words were recognised from a picture
 */
record Row(int page, double aspect, boolean ocr, List<Word> words) {

    /** Words farther apart than this share of their height belong to different columns (measured on text layers). */
    private static final double COLUMN_GAP_IN_HEIGHTS = 0.9;

    /** 7 pt on A4: the least gap between columns. */
    private static final double LEAST_COLUMN_GAP = 7.0 / 595;

    /** All rows, top to bottom, page after page. A word such as {@code No:INV-7} is read as two. */
    static List<Row> of(Text text) {
        List<Row> rows = new ArrayList<>();
        for (Page page : text.pages()) {
            List<Word> words = new ArrayList<>();
            page.words().forEach(word -> words.addAll(atColon(word)));
            words.sort(Comparator.comparingDouble(Row::middle));
            List<Word> row = new ArrayList<>();
            for (Word word : words) {
                if (!row.isEmpty() && !sameRow(row.get(row.size() - 1), word)) {
                    rows.add(sorted(page, row));
                    row = new ArrayList<>();
                }
                row.add(word);
            }
            if (!row.isEmpty()) {
                rows.add(sorted(page, row));
            }
        }
        return rows;
    }

    /** The row cut where a column ends; each part as first and last index. */
    List<int[]> columns() {
        List<int[]> columns = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || gap(i) > Math.max(LEAST_COLUMN_GAP, COLUMN_GAP_IN_HEIGHTS * heightAsWidth(i))) {
                columns.add(new int[] {from, i - 1});
                from = i;
            }
        }
        return columns;
    }

    String text(int from, int to) {
        return words.subList(from, to + 1).stream().map(Word::text).collect(Collectors.joining(" "));
    }

    String text() {
        return text(0, words.size() - 1);
    }

    Place place(int from, int to) {
        List<Word> some = words.subList(from, to + 1);
        double left = some.stream().mapToDouble(Word::x).min().orElse(0);
        double top = some.stream().mapToDouble(Word::y).min().orElse(0);
        double right = some.stream().mapToDouble(w -> w.x() + w.width()).max().orElse(0);
        double bottom = some.stream().mapToDouble(w -> w.y() + w.height()).max().orElse(0);
        int confidence = some.stream().mapToInt(Word::confidence).min().orElse(0);
        return new Place(page, left, top, right - left, bottom - top, ocr, confidence);
    }

    double top() {
        return words.stream().mapToDouble(Word::y).min().orElse(0);
    }

    double height() {
        return words.stream().mapToDouble(Word::height).max().orElse(0);
    }

    private double gap(int i) {
        return words.get(i).x() - words.get(i - 1).x() - words.get(i - 1).width();
    }

    /** A height as a fraction of the page's width. */
    private double heightAsWidth(int i) {
        return aspect * Math.min(words.get(i).height(), words.get(i - 1).height());
    }

    private static boolean sameRow(Word one, Word other) {
        return Math.abs(middle(one) - middle(other)) <= 0.5 * Math.min(one.height(), other.height());
    }

    private static double middle(Word word) {
        return word.y() + word.height() / 2;
    }

    private static Row sorted(Page page, List<Word> words) {
        words.sort(Comparator.comparingDouble(Word::x));
        double aspect = page.width() == 0 ? 1.414 : (double) page.height() / page.width();
        return new Row(page.number(), aspect, page.ocr(), List.copyOf(words));
    }

    private static List<Word> atColon(Word word) {
        String text = Amounts.plain(word.text());
        int at = text.indexOf(':');
        if (at <= 0 || at == text.length() - 1 || Character.isDigit(text.charAt(at - 1))) {
            return text.isEmpty() ? List.of() : List.of(with(word, text, word.x(), word.width()));
        }
        double share = (at + 1.0) / text.length();
        return List.of(
                with(word, text.substring(0, at + 1), word.x(), word.width() * share),
                with(word, text.substring(at + 1), word.x() + word.width() * share, word.width() * (1 - share)));
    }

    private static Word with(Word word, String text, double x, double width) {
        return new Word(text, x, word.y(), width, word.height(), word.confidence());
    }

    /** Where a value stands; sizes are fractions of the page, confidence (0 to 100) is that of the worst-read word. */
    record Place(int page, double x, double y, double width, double height, boolean ocr, int confidence) {

        boolean below(Place above) {
            return page == above.page
                    && y >= above.y + above.height / 2
                    && x < above.x + above.width + 0.02
                    && above.x < x + width + 0.02;
        }
    }
}
