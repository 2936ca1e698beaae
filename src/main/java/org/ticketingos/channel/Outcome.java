package org.ticketingos.channel;

/** What became of a message at the door. */
public enum Outcome {
    /** A new ticket. */
    OPENED,
    /** Part of a ticket that was there. */
    ADDED,
    /** Seen before; nothing was done. */
    KNOWN,
    /** Kept aside without a ticket, for the reason given. */
    REFUSED
}
