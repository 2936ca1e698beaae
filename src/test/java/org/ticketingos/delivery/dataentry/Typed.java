package org.ticketingos.delivery.dataentry;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ticketingos.document.Page;
import org.ticketingos.document.Text;
import org.ticketingos.document.Word;

/** A page typed on a grid of 100 columns and 60 lines; two blanks or more part columns. */
final class Typed {

    private Typed() {}

    static Text page(String lines) {
        return page(lines, false);
    }

    static Text scan(String lines) {
        return page(lines, true);
    }

    private static Text page(String lines, boolean ocr) {
        List<Word> words = new ArrayList<>();
        String[] rows = lines.split("\n");
        for (int r = 0; r < rows.length; r++) {
            Matcher word = Pattern.compile("\\S+").matcher(rows[r]);
            while (word.find()) {
                words.add(new Word(word.group(), word.start() / 100.0, (r + 2) / 60.0,
                        (word.end() - word.start()) / 100.0 - 0.001, 0.011, ocr ? 88 : 100));
            }
        }
        return new Text(List.of(new Page(1, 1654, 2339, ocr, words)));
    }
}
