package org.ticketingos.document;

/** How the reading of a document ended; everything but READ is keyed by hand. */
public enum ReadStatus {
    READ,
    UNREADABLE,
    ENCRYPTED,
    UNSUPPORTED,
    TOO_LARGE
}
