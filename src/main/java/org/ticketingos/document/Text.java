package org.ticketingos.document;

import java.util.List;
import java.util.stream.Collectors;

/** The words of a document, page by page; a page that could not be read is not among them. */
public record Text(List<Page> pages) {

    public Text {
        pages = List.copyOf(pages);
    }

    /** All words in reading order, parted by blanks. */
    public String plain() {
        return pages.stream()
                .flatMap(page -> page.words().stream())
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }
}
