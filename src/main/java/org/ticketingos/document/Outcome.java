package org.ticketingos.document;

import java.util.List;
import java.util.Map;

/**
 * How the reading of a file ended.
 *
 * @param reason empty, or a sentence for the person who goes on with the document
 * @param pageCount of the file; 0 where it could not be opened
 * @param unread why single pages were not read, by page number
 * @param pictures of pages for the screen, by page number
 */
record Outcome(
        ReadStatus status,
        String reason,
        int pageCount,
        List<Page> pages,
        Map<Integer, String> unread,
        Map<Integer, byte[]> pictures) {

    static Outcome none(ReadStatus status, String reason) {
        return new Outcome(status, reason, 0, List.of(), Map.of(), Map.of());
    }
}
