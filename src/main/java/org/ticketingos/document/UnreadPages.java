package org.ticketingos.document;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says which pages were not read and why, in one sentence. */
final class UnreadPages {

    private UnreadPages() {}

    /** Empty when all pages were read. */
    static String sentence(Map<Integer, String> unread, int pages) {
        if (unread.isEmpty()) {
            return "";
        }
        SortedMap<Integer, String> inOrder = new TreeMap<>(unread);
        String why = inOrder.get(inOrder.firstKey());
        if (pages == 1) {
            return why;
        }
        String which = unread.size() == pages
                ? "None of the %d pages was read".formatted(pages)
                : unread.size() == 1
                        ? "Page %d of %d was not read".formatted(inOrder.firstKey(), pages)
                        : "%d of %d pages were not read, from page %d on"
                                .formatted(unread.size(), pages, inOrder.firstKey());
        return which + ": " + why;
    }
}
