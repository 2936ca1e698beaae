package org.ticketingos.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Words as the database keeps them: one array a word, text, x, y, width, height, confidence. */
final class WordsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WordsJson() {}

    static String of(List<Word> words) {
        var rows = JSON.createArrayNode();
        for (Word word : words) {
            rows.addArray()
                    .add(word.text())
                    .add(word.x())
                    .add(word.y())
                    .add(word.width())
                    .add(word.height())
                    .add(word.confidence());
        }
        return rows.toString();
    }

    static List<Word> words(String json) {
        try {
            var words = new ArrayList<Word>();
            for (var row : JSON.readTree(json)) {
                words.add(new Word(
                        row.get(0).textValue(),
                        row.get(1).doubleValue(),
                        row.get(2).doubleValue(),
                        row.get(3).doubleValue(),
                        row.get(4).doubleValue(),
                        row.get(5).intValue()));
            }
            return words;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the words of a page are damaged", e);
        }
    }
}
