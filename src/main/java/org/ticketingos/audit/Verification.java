package org.ticketingos.audit;

import java.time.Instant;
import java.util.Optional;
import org.ticketingos.client.ClientId;

/**
 * What a check of one client's chain found.
 *
 * @param entries how many were read until the end or the first bad one
 * @param checkpoints how many signed roots they were compared with
 */
public record Verification(ClientId client, long entries, int checkpoints, Optional<Break> firstBreak) {

    public boolean intact() {
        return firstBreak.isEmpty();
    }

    /**
     * The first entry that does not hold.
     *
     * @param at when it was appended, as it says itself
     * @param what what is wrong with it, in one sentence
     */
    public record Break(long seq, Instant at, String what) {}

    /** One line for people. */
    public String sentence() {
        return firstBreak
                .map(bad -> "%s: BROKEN at entry %d of %s: %s".formatted(client, bad.seq(), bad.at(), bad.what()))
                .orElseGet(() -> "%s: intact, %d entries, %d checkpoints".formatted(client, entries, checkpoints));
    }
}
