package org.ticketingos.document.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ticketingos.document.Word;

/** Puts printed characters together to words, row by row; the distances are those of documents.md 7. */
final class WordRows {

    private static final double SAME_ROW = 3.2;
    private static final double GAP = 1.2;
    private static final double GAP_OF_SIZE = 0.28;

    private final double width;
    private final double height;
    private final List<Word> words = new ArrayList<>();

    private WordRows(double width, double height) {
        this.width = width;
        this.height = height;
    }

    static List<Word> of(List<Glyph> glyphs, double width, double height) {
        var rows = new WordRows(width, height);
        Map<Integer, List<Glyph>> byTurn = new TreeMap<>();
        glyphs.forEach(glyph ->
                byTurn.computeIfAbsent(glyph.turn(), turn -> new ArrayList<>()).add(glyph));
        byTurn.values().forEach(rows::addRows);
        return rows.words;
    }

    private void addRows(List<Glyph> glyphs) {
        glyphs.sort(Comparator.comparingDouble(Glyph::across));
        var row = new ArrayList<Glyph>();
        for (Glyph glyph : glyphs) {
            if (!row.isEmpty() && glyph.across() - row.get(0).across() > SAME_ROW) {
                addWords(row);
                row.clear();
            }
            row.add(glyph);
        }
        addWords(row);
    }

    private void addWords(List<Glyph> row) {
        row.sort(Comparator.comparingDouble(Glyph::along));
        var word = new ArrayList<Glyph>();
        for (Glyph glyph : row) {
            Glyph last = word.isEmpty() ? null : word.get(word.size() - 1);
            if (last != null && glyph.repeats(last)) {
                continue;
            }
            if (last != null && (glyph.blank() || gap(last, glyph) > Math.max(GAP, GAP_OF_SIZE * last.size()))) {
                add(word);
                word.clear();
            }
            if (!glyph.blank()) {
                word.add(glyph);
            }
        }
        add(word);
    }

    private static double gap(Glyph last, Glyph next) {
        return next.along() - last.along() - last.advance();
    }

    private void add(List<Glyph> word) {
        if (word.isEmpty()) {
            return;
        }
        var text = new StringBuilder();
        double left = width;
        double top = height;
        double right = 0;
        double bottom = 0;
        for (Glyph glyph : word) {
            text.append(glyph.text());
            left = Math.min(left, glyph.left());
            top = Math.min(top, glyph.top());
            right = Math.max(right, glyph.right());
            bottom = Math.max(bottom, glyph.bottom());
        }
        words.add(new Word(
                text.toString().strip(),
                left / width,
                top / height,
                Math.max(0, right - left) / width,
                Math.max(0, bottom - top) / height,
                100));
    }
}
