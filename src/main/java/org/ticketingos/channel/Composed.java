package org.ticketingos.channel;

import java.util.List;
import java.util.UUID;

/**
 * What a person is writing on a ticket.
 *
 * @param to mail address; empty: shown in the portal only
 * @param cc further mail addresses, separated by commas
 * @param files stored documents that go with it
 * @param seen mark of the newest public message the person saw, see {@link Conversation#newest}
 */
public record Composed(Kind kind, String to, String cc, String text, List<UUID> files, long seen) {

    /** Who gets it. */
    public enum Kind {
        /** The client. */
        REPLY,
        /** Only we. */
        NOTE
    }

    public Composed {
        files = List.copyOf(files);
    }

    boolean isEmpty() {
        return text.isBlank() && files.isEmpty();
    }
}
