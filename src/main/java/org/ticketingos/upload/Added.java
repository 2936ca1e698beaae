package org.ticketingos.upload;

import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketNumber;

/**
 * What became of one file.
 *
 * @param ticket where a known one is; null while it waits in an upload that is not sent
 * @param reason in one sentence; empty for what was taken
 */
public record Added(String name, String sha256, Fate fate, @Nullable TicketNumber ticket, String reason) {

    /** Taken in, known before and not taken again, or refused for its size. */
    public enum Fate {
        TAKEN,
        KNOWN,
        REFUSED
    }
}
