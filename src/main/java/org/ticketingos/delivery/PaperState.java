package org.ticketingos.delivery;

/** How far a client's paper has come, in the order of its way; the last ones are other ends of it. */
public enum PaperState {
    COLLECTED,
    RECEIVED,
    BEING_READ,
    READ,
    CANNOT_BE_READ,
    BEING_WORKED,
    DOUBTFUL,
    ENTERED,
    DELIVERED,
    RETURNED,
    ACCEPTED,
    FINISHED,
    NOT_WORKED,
    KNOWN,
    WITHDRAWN
}
