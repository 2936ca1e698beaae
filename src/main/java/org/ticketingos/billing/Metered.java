package org.ticketingos.billing;

/** What became of an offered usage. */
public enum Metered {
    /** Kept. */
    ONCE,
    /** Known already with the same content: nothing was done. */
    KNOWN,
    /** Known already with another content: nothing was done, and the history says so. */
    REFUSED
}
