package org.ticketingos.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a document has been read.
 *
 * @param status null as long as nobody has read it
 * @param reason empty, or a sentence
 * @param pageCount 0 as long as it is unknown
 * @param unread why single pages were not read, by page number
 */
public record Reading(@Nullable ReadStatus status, String reason, int pageCount, Map<Integer, String> unread) {}
