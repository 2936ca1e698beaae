package org.ticketingos.channel;

/** What a screening policy says about a message, and why. */
record Finding(Kind kind, String reason) {

    enum Kind {
        /** A mail of ours did not arrive: mark it, keep the report. */
        BOUNCE,
        /** A machine speaks: keep it with its ticket or aside, move nothing. */
        AUTOMATIC,
        /** Too many of them: keep aside, and tell the service desk once. */
        FLOOD,
        /** Nobody we know: the house takes it, the service desk finds out whose it is. */
        UNKNOWN_SENDER
    }
}
